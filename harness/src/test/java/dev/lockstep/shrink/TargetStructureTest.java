package dev.lockstep.shrink;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.Structure;
import dev.lockstep.shrink.Shrinker.Shrunk;
import dev.lockstep.target.BrokenBaselineException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Shrinking an input of a form that its target knows. */
final class TargetStructureTest {
  private static final Duration ENOUGH = Duration.ofMinutes(1);
  private static final int EXECUTIONS_MAX = 50_000;

  /** A line of words, and at its end in two digits the sum of their lengths, squared, modulo 97. */
  private static final class Summed implements Structure {
    @Override
    public List<byte[]> smaller(byte[] input) {
      List<String> words = words(input);
      List<byte[]> smaller = new ArrayList<>();
      for (int i = 0; i < words.size(); i++) {
        List<String> without = new ArrayList<>(words);
        without.remove(i);
        smaller.add(written(without));
      }
      return smaller;
    }
  }

  @Test
  void an_input_with_a_checksum_gets_small_by_its_structure_and_not_by_its_bytes() {
    byte[] input = written(List.of("all", "the", "words", "that", "nobody", "needs", "glyf", "x"));
    Predicate<byte[]> keeps = bytes -> isWell(bytes) && words(bytes).contains("glyf");

    Shrunk byBytes = Shrinker.shrink(input, keeps, ENOUGH, EXECUTIONS_MAX);
    Shrunk byStructure =
        Shrinker.shrink(
            input, keeps, TargetStructure.of(new Summed(), "here"), ENOUGH, EXECUTIONS_MAX);

    assertEquals("glyf ", new String(byStructure.input(), ISO_8859_1).substring(0, 5));
    assertEquals(7, byStructure.input().length);
    assertTrue(byBytes.input().length > 7, () -> byBytes.input().length + " bytes");
  }

  @Test
  void what_is_neither_shorter_nor_has_more_zeros_is_not_tried() {
    byte[] input = {1, 2, 3};
    Structure turning = bytes -> List.of(new byte[] {bytes[2], bytes[0], bytes[1]}, new byte[9]);
    List<byte[]> asked = new ArrayList<>();

    Search search =
        new Search(
            input,
            bytes -> {
              asked.add(bytes);
              return true;
            },
            ENOUGH,
            EXECUTIONS_MAX);
    Proposals.of(TargetStructure.of(turning, "here"), search);

    assertEquals(List.of(), asked);
    assertArrayEquals(input, search.best());
  }

  @Test
  void a_structure_that_does_not_end_by_itself_ends_with_the_budget() {
    Structure endless =
        bytes -> {
          byte[] shorter = Arrays.copyOf(bytes, Math.max(0, bytes.length - 1));
          List<byte[]> many = new ArrayList<>();
          for (int i = 0; i < 256; i++) {
            byte[] one = shorter.clone();
            if (one.length > 0) {
              one[0] = (byte) i;
            }
            many.add(one);
          }
          return many;
        };

    Shrunk shrunk =
        Shrinker.shrink(
            new byte[5_000], _ -> true, TargetStructure.of(endless, "here"), ENOUGH, 300);

    assertEquals(300, shrunk.executions());
    assertEquals(4_700, shrunk.input().length);
  }

  @Test
  void
      one_that_throws_is_asked_no_more_and_said_to_be_broken_and_the_input_gets_small_all_the_same() {
    int[] asked = {0};
    TargetStructure structure =
        TargetStructure.of(
            _ -> {
              asked[0]++;
              throw new ArrayIndexOutOfBoundsException(12);
            },
            "target.toml: the structure `a.B`");

    Shrunk shrunk =
        Shrinker.shrink(
            "some glyf here".getBytes(ISO_8859_1),
            bytes -> new String(bytes, ISO_8859_1).contains("glyf"),
            structure,
            ENOUGH,
            EXECUTIONS_MAX);

    assertEquals("glyf", new String(shrunk.input(), ISO_8859_1));
    assertEquals(1, asked[0]);
    BrokenBaselineException broken =
        assertThrows(BrokenBaselineException.class, structure::requireSound);
    assertTrue(
        broken
            .getMessage()
            .startsWith(
                "target.toml: the structure `a.B` fails on an input of 14 bytes: java.lang"),
        broken::getMessage);
  }

  private static List<String> words(byte[] input) {
    String text = new String(input, ISO_8859_1);
    int end = text.lastIndexOf(' ');
    return end <= 0 ? List.of() : List.of(text.substring(0, end).split(" ", -1));
  }

  private static byte[] written(List<String> words) {
    int sum = 0;
    for (String word : words) {
      sum += word.length() * word.length();
    }
    return "%s %02d".formatted(String.join(" ", words), sum % 97).getBytes(ISO_8859_1);
  }

  private static boolean isWell(byte[] input) {
    return Arrays.equals(input, written(words(input)));
  }
}
