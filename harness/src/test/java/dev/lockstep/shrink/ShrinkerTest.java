package dev.lockstep.shrink;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.shrink.Shrinker.Shrunk;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How small inputs get whose smallest form is known. */
final class ShrinkerTest {
  private static final Duration ENOUGH = Duration.ofMinutes(1);
  private static final int EXECUTIONS_MAX = 200_000;

  /** As far from the smallest as a result may be. */
  private static final double FACTOR_MAX = 1.2;

  private static final Pattern ELEMENT = Pattern.compile("<([a-z]+)>.*</\\1>", Pattern.DOTALL);
  private static final Pattern NETSTRING = Pattern.compile("(\\d{1,6}):(.*),", Pattern.DOTALL);

  /**
   * A predicate with a known answer.
   *
   * @param smallest the shortest input that fulfils it
   * @param inputs to start from
   */
  record Planted(String name, int smallest, Predicate<byte[]> predicate, List<byte[]> inputs) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Planted> planted() {
    return Stream.of(
        new Planted("anything", 0, _ -> true, List.of(noise(1, 1_000), new byte[0])),
        new Planted("a byte", 1, input -> input.length > 0, List.of(noise(2, 999))),
        new Planted(
            "a word",
            4,
            input -> text(input).contains("glyf"),
            List.of(around(noise(3, 700), "glyf", noise(4, 900)), bytes("glyfglyf"))),
        new Planted(
            "two words in order",
            8,
            input -> Pattern.compile("begin.*end", Pattern.DOTALL).matcher(text(input)).find(),
            List.of(
                around(noise(5, 300), "begin", around(noise(6, 50), "end", noise(7, 70))),
                bytes("end begin end begin end"))),
        new Planted(
            "two words in any order",
            8,
            input -> text(input).contains("left") && text(input).contains("righ"),
            List.of(
                around(noise(8, 300), "left", around(noise(9, 50), "righ", noise(10, 70))),
                around(noise(8, 300), "righ", around(noise(9, 50), "left", noise(10, 70))))),
        new Planted(
            "equal bytes at a distance",
            8,
            input -> input.length >= 8 && input[0] == input[7] && input[0] != 0,
            List.of(around(bytes("Q123456Q"), "", noise(11, 400)))),
        new Planted(
            "a length before its block",
            2,
            input -> input.length == 1 + unsigned(input, 0) && text(input).indexOf('X', 1) > 0,
            List.of(
                prefixed(1, around(noise(12, 100), "X", noise(13, 30))),
                prefixed(1, around(noise(14, 3), "X", noise(15, 240))))),
        new Planted(
            "a length of two bytes",
            3,
            input ->
                input.length == 2 + unsigned(input, 0) * 256 + unsigned(input, 1)
                    && text(input).indexOf('X', 2) > 0,
            List.of(prefixed(2, around(noise(16, 400), "X", noise(17, 300))))),
        new Planted(
            "a length in the midst of it",
            7,
            ShrinkerTest::isChunk,
            List.of(
                around(bytes("abHD"), "", around(prefixed(1, noise(18, 90)), "END", noise(19, 9))),
                around(
                    noise(20, 60), "HD", around(prefixed(1, noise(21, 20)), "END", noise(1, 90))))),
        new Planted(
            "a length on both ends",
            3,
            input ->
                input.length > 2
                    && unsigned(input, 0) == input.length - 2
                    && input[0] == input[input.length - 1]
                    && text(input).indexOf(0x7f, 1) > 0,
            List.of(
                around(
                    prefixed(1, around(noise(22, 60), "\177", noise(23, 40))), "e", new byte[0]))),
        new Planted(
            "a length in decimal",
            4,
            ShrinkerTest::isNetstring,
            List.of(bytes("137:" + "x".repeat(100) + "!" + "y".repeat(36) + ","), bytes("2:!!,"))),
        new Planted(
            "a name that stands twice",
            7,
            input -> ELEMENT.matcher(text(input)).matches(),
            List.of(
                bytes("<title>Some text <b>in bold</b> and some not</title>"),
                bytes("<abcdefgh>" + "content ".repeat(30) + "</abcdefgh>"))),
        new Planted(
            "nested brackets",
            6,
            input -> depth(text(input)) >= 3,
            List.of(
                bytes("a(b(c[d{e}f]g)h)(i)" + "[]()".repeat(40)),
                bytes("((((((((((x))))))))))[[{}]]"),
                bytes("{([a,b,c],[d,(e,f),{g}]),((),[[]])}"))),
        new Planted(
            "a sum",
            4,
            input -> sum(input) >= 1_000,
            List.of(noise(24, 500), noise(25, 40), filled(1_000, 1), filled(50, 20))),
        new Planted(
            "a sum of letters",
            2,
            input -> sum(input) >= 256,
            List.of(bytes("aaaaa"), noise(34, 90))),
        new Planted(
            "a count of lines",
            7,
            input -> text(input).chars().filter(c -> c == '\n').count() >= 7,
            List.of(bytes("key = value\n# comment\n\n".repeat(20)))),
        new Planted(
            "a value within bounds",
            1,
            input -> text(input).chars().anyMatch(c -> c >= 100 && c <= 110),
            List.of(noise(26, 600))));
  }

  @ParameterizedTest
  @MethodSource("planted")
  void theResultIsNearlyTheSmallest(Planted planted) {
    for (byte[] input : planted.inputs) {
      assertTrue(planted.predicate.test(input), "the test is wrong");
      Shrunk shrunk = Shrinker.shrink(input, planted.predicate, ENOUGH, EXECUTIONS_MAX);
      assertTrue(
          shrunk.input().length <= planted.smallest * FACTOR_MAX,
          () ->
              "%d bytes in place of %d: %s"
                  .formatted(
                      shrunk.input().length,
                      planted.smallest,
                      HexFormat.of().formatHex(shrunk.input())));
      assertTrue(shrunk.complete());
    }
  }

  @ParameterizedTest
  @MethodSource("planted")
  void whateverItReturnsWasAskedAndKept(Planted planted) {
    for (byte[] input : planted.inputs) {
      byte[] before = input.clone();
      AtomicInteger asked = new AtomicInteger();
      for (int executionsMax : new int[] {0, 1, 10, 100, 1_000}) {
        asked.set(0);
        Shrunk shrunk =
            Shrinker.shrink(
                input,
                candidate -> {
                  asked.incrementAndGet();
                  return planted.predicate.test(candidate);
                },
                ENOUGH,
                executionsMax);
        assertTrue(planted.predicate.test(shrunk.input()));
        assertTrue(shrunk.input().length <= input.length);
        assertEquals(asked.get(), shrunk.executions());
        assertTrue(shrunk.executions() <= executionsMax);
        assertTrue(shrunk.steps() <= shrunk.executions());
      }
      assertArrayEquals(before, input, "the input itself stays as it was");
    }
  }

  @ParameterizedTest
  @MethodSource("planted")
  void theSameInputGivesTheSameResult(Planted planted) {
    byte[] input = planted.inputs.getFirst();
    Shrunk first = Shrinker.shrink(input, planted.predicate, ENOUGH, EXECUTIONS_MAX);
    Shrunk second = Shrinker.shrink(input.clone(), planted.predicate, ENOUGH, EXECUTIONS_MAX);
    assertArrayEquals(first.input(), second.input());
    assertEquals(first.executions(), second.executions());
    assertEquals(first.steps(), second.steps());
  }

  @ParameterizedTest
  @MethodSource("planted")
  void whatIsShrunkDoesNotShrinkAgain(Planted planted) {
    for (byte[] input : planted.inputs) {
      Shrunk once = Shrinker.shrink(input, planted.predicate, ENOUGH, EXECUTIONS_MAX);
      Shrunk twice = Shrinker.shrink(once.input(), planted.predicate, ENOUGH, EXECUTIONS_MAX);
      assertEquals(once.input().length, twice.input().length);
    }
  }

  @Test
  void differentInputsWithOneCauseBecomeOneForm() {
    Predicate<byte[]> escaped = input -> text(input).matches("(?s).*\\\\[k-z]\\d.*");
    for (String input : List.of("a = b\\z7c\n", "# q\\p1", "x\\k9", "\\\\\\t3\\")) {
      byte[] shrunk = Shrinker.shrink(bytes(input), escaped, ENOUGH, EXECUTIONS_MAX).input();
      assertEquals("\\k0", text(shrunk), input);
    }
  }

  @Test
  void whatOnlyHasToBeLargeBecomesOneFormWhetherItWasTextOrNot() {
    for (byte[] input : List.of(bytes("aaaa"), noise(35, 40), new byte[] {1, -1}, bytes("~~~"))) {
      byte[] shrunk =
          Shrinker.shrink(input, bytes -> sum(bytes) >= 256, ENOUGH, EXECUTIONS_MAX).input();
      assertArrayEquals(new byte[] {1, -1}, shrunk, () -> HexFormat.of().formatHex(shrunk));
    }
  }

  @Test
  void noCandidateIsAskedTwice() {
    for (byte[] input : List.of(bytes("aaaabbbbaaaabbbb"), new byte[6], noise(29, 12))) {
      Set<String> asked = new HashSet<>();
      Shrinker.shrink(
          input,
          candidate -> {
            assertTrue(asked.add(text(candidate)), () -> text(candidate));
            assertFalse(Arrays.equals(input, candidate), "it is known to fulfil the predicate");
            return candidate.length > 5 && sum(candidate) % 2 == sum(input) % 2;
          },
          ENOUGH,
          EXECUTIONS_MAX);
    }
  }

  @Test
  void itStopsWhenTheTimeIsOver() {
    AtomicInteger asked = new AtomicInteger();
    long start = System.nanoTime();
    Shrunk shrunk =
        Shrinker.shrink(
            noise(30, 100_000),
            input -> {
              asked.incrementAndGet();
              sleep();
              return sum(input) >= 1_000_000;
            },
            Duration.ofMillis(50),
            EXECUTIONS_MAX);
    assertTrue(System.nanoTime() - start < Duration.ofSeconds(20).toNanos());
    assertFalse(shrunk.complete());
    assertTrue(asked.get() <= 50, "one millisecond each");
    assertTrue(sum(shrunk.input()) >= 1_000_000);
  }

  @Test
  void withoutAnyTimeNothingIsAsked() {
    byte[] input = noise(31, 10);
    Shrunk shrunk =
        Shrinker.shrink(
            input,
            _ -> {
              throw new AssertionError("asked");
            },
            Duration.ZERO,
            EXECUTIONS_MAX);
    assertArrayEquals(input, shrunk.input());
    assertFalse(shrunk.complete());
  }

  @Test
  void aLargeInputTakesFewExecutions() {
    byte[] input = around(noise(32, 60_000), "needle", noise(33, 40_000));
    Shrunk shrunk =
        Shrinker.shrink(
            input, candidate -> text(candidate).contains("needle"), ENOUGH, EXECUTIONS_MAX);
    assertEquals("needle", text(shrunk.input()));
    assertTrue(shrunk.executions() < 1_000, () -> shrunk.executions() + " executions");
  }

  private static void sleep() {
    try {
      Thread.sleep(1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends in a chunk: {@code HD}, a length, so many bytes, {@code END}, whatever is around it. */
  private static boolean isChunk(byte[] input) {
    String text = text(input);
    for (int at = text.indexOf("HD"); at >= 0; at = text.indexOf("HD", at + 1)) {
      if (at + 2 < input.length) {
        int length = unsigned(input, at + 2);
        if (length > 0 && text.startsWith("END", at + 3 + length)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isNetstring(byte[] input) {
    var matcher = NETSTRING.matcher(text(input));
    return matcher.matches()
        && Integer.parseInt(matcher.group(1)) == matcher.group(2).length()
        && matcher.group(2).contains("!");
  }

  /** How deep the brackets go, or -1 if they do not match. */
  private static int depth(String text) {
    StringBuilder open = new StringBuilder();
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int closing = ")]}".indexOf(c);
      if ("([{".indexOf(c) >= 0) {
        open.append(c);
        depth = Math.max(depth, open.length());
      } else if (closing >= 0) {
        int last = open.length() - 1;
        if (last < 0 || open.charAt(last) != "([{".charAt(closing)) {
          return -1;
        }
        open.setLength(last);
      }
    }
    return open.isEmpty() ? depth : -1;
  }

  private static long sum(byte[] input) {
    long sum = 0;
    for (byte b : input) {
      sum += b & 0xFF;
    }
    return sum;
  }

  private static int unsigned(byte[] input, int at) {
    return at < input.length ? input[at] & 0xFF : -1;
  }

  /** A length of so many bytes, big-endian, before its block. */
  private static byte[] prefixed(int width, byte[] block) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = width - 1; i >= 0; i--) {
      out.write(block.length >> (i * Byte.SIZE));
    }
    out.writeBytes(block);
    return out.toByteArray();
  }

  private static byte[] around(byte[] before, String middle, byte[] after) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(before);
    out.writeBytes(bytes(middle));
    out.writeBytes(after);
    return out.toByteArray();
  }

  private static byte[] noise(int seed, int length) {
    byte[] noise = new byte[length];
    new Random(seed).nextBytes(noise);
    return noise;
  }

  private static byte[] filled(int length, int value) {
    byte[] filled = new byte[length];
    Arrays.fill(filled, (byte) value);
    return filled;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(ISO_8859_1);
  }

  private static String text(byte[] input) {
    return new String(input, ISO_8859_1);
  }
}
