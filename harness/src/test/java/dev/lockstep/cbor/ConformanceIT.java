package dev.lockstep.cbor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.Build;
import dev.lockstep.Part;
import dev.lockstep.cbor.Encoder.Detail;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Both languages write the same bytes: what Java encodes, Rust decodes and encodes again. */
@NullMarked
final class ConformanceIT {
  private static final Map<Build, EchoPort> PORTS =
      Build.USUAL.stream().collect(Collectors.toMap(build -> build, EchoPort::new));

  private static final Part REJECTED = new Part.Rejected("bad", "why");
  private static final Part CRASHED = new Part.Crashed("panic", "a.rs:1", "oh");

  @Property(tries = 500, shrinking = ShrinkingMode.BOUNDED)
  void whatJavaWritesTerselyComesBackFromRust(@ForAll("terse") Node node) {
    assertComesBack(Cbor.encode(node, Detail.TERSE));
  }

  @Property(tries = 500, shrinking = ShrinkingMode.BOUNDED)
  void whatJavaExplainsComesBackFromRust(@ForAll("explained") Node node) {
    assertComesBack(Cbor.encode(node, Detail.EXPLAINED));
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.BOUNDED)
  void rustWritesWhatJavaWritesHoweverItWasWrittenBefore(
      @ForAll("explained") Node node, @ForAll Random random) {
    String expected = Cbor.hex(Cbor.encode(node, Detail.EXPLAINED));
    byte[] loose = LooseCbor.write(node, random);
    PORTS.forEach((build, port) -> assertEquals(expected, port.echo(loose), build::word));
  }

  @ParameterizedTest
  @MethodSource("dev.lockstep.cbor.RfcExamplesTest#examples")
  void theExamplesOfTheRfcComeBackFromRust(@Nullable Object value, Node node, String hex) {
    assertComesBack(HexFormat.of().parseHex(hex));
  }

  @ParameterizedTest
  @MethodSource
  void whatIsAtABorderOfTheFormatComesBackFromRust(String border, @Nullable Object value) {
    assertComesBack(Cbor.encode(value, Detail.TERSE));
    assertComesBack(Cbor.encode(value, Detail.EXPLAINED));
  }

  static Stream<Arguments> whatIsAtABorderOfTheFormatComesBackFromRust() {
    return Stream.of(
        Arguments.of("where a head grows", heads()),
        Arguments.of("the smallest integer", Long.MIN_VALUE),
        Arguments.of("the largest integer", BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE)),
        Arguments.of("floats of all widths", floats()),
        Arguments.of("negative zero", -0.0),
        Arguments.of("a payload in a NaN", Double.longBitsToDouble(0xfff0_0000_0000_0001L)),
        Arguments.of("nothing in something", Optional.of(Optional.empty())),
        Arguments.of("lengths of text", lengths("x"::repeat)),
        Arguments.of("lengths of wide text", lengths("é"::repeat)),
        Arguments.of("lengths of bytes", lengths(byte[]::new)),
        Arguments.of("lengths of lists", lengths(length -> new int[length])),
        Arguments.of("sizes of maps", lengths(ConformanceIT::fields)),
        Arguments.of("lone surrogates", List.of("\ud800", "\udfff", "\udc00\ud800", "a\udbff")),
        Arguments.of("a surrogate beside a pair", "\ud83d\ud83d\ude00\ude00"),
        Arguments.of("a lone surrogate as a key", Map.of("\ud800", 1, "\ufffd", 2, "?", 3)),
        Arguments.of("keys of all kinds", keys()),
        Arguments.of("256 lists", nested(256, 0, value -> List.of(value))),
        Arguments.of("256 maps", nested(256, 0, value -> Map.of("", value))),
        Arguments.of("256 levels as a key", Map.of(nested(255, 0, value -> List.of(value)), 1)),
        Arguments.of("a rejected part below 256 lists", nested(256, REJECTED, List::of)),
        Arguments.of("a crashed part below 256 lists", nested(256, CRASHED, List::of)),
        Arguments.of("a part by itself", REJECTED),
        Arguments.of("a lone surrogate in a part", new Part.Crashed("\ud800", "a:1", "\udc00")));
  }

  @Test
  void bothSidesRefuseADuplicateKey() {
    Map<Object, Integer> twice = new HashMap<>(Map.of(1, 2));
    twice.put(1L, 3);
    assertRefused("the key `01` is in one map twice", "a201020103", "two entries", twice);
  }

  @Test
  void bothSidesRefuseAnIntegerBelowTheSmallest() {
    BigInteger tooSmall = BigInteger.valueOf(Long.MIN_VALUE).subtract(BigInteger.ONE);
    assertRefused("outside -2^63 .. 2^64-1", "3b8000000000000000", "outside -2^63", tooSmall);
  }

  @Test
  void bothSidesRefuse257Levels() {
    Object lists = nested(257, 0, List::of);
    assertRefused("more than 256 levels", "81".repeat(257) + "00", "256 levels", lists);
    Object maps = nested(257, 0, value -> Map.of(0, value));
    assertRefused("more than 256 levels", "a100".repeat(257) + "00", "256 levels", maps);
  }

  @Test
  void bothSidesRefuseAPartAsAKey() {
    String reason = "a part cannot be the key of a map";
    assertRefused(reason, "a1d94c526362616400", reason, Map.of(REJECTED, 0));
    assertRefused(reason, "a1" + Cbor.terse(CRASHED) + "00", reason, Map.of(CRASHED, 0));
    assertRefused(reason, "a181d94c526362616400", reason, Map.of(List.of(REJECTED), 0));
    Map<Object, Object> inValueOfKey = Map.of(Map.of(0, REJECTED), 0);
    assertRefused(reason, "a1a100d94c526362616400", reason, inValueOfKey);
  }

  @Test
  void bothSidesRefuseBytesThatAreNoObservation() {
    for (String hex : List.of("", "18", "0000", "1c", "f7", "61ff", "9fff", "c060", "d9011160")) {
      byte[] bytes = HexFormat.of().parseHex(hex);
      assertThrows(MalformedCborException.class, () -> Decoder.decode(bytes), hex);
      PORTS.forEach((build, port) -> {
        String said = port.echo(bytes);
        assertTrue(said.startsWith("1 [\"malformed\""), () -> build.word() + " " + said);
      });
    }
  }

  @Provide
  Arbitrary<Node> terse() {
    return NodeArbitrary.terse();
  }

  @Provide
  Arbitrary<Node> explained() {
    return NodeArbitrary.explained();
  }

  private static void assertComesBack(byte[] observation) {
    PORTS.forEach(
        (build, port) -> assertEquals(Cbor.hex(observation), port.echo(observation), build::word));
  }

  private static void assertRefused(String inRust, String hex, String inJava, Object value) {
    byte[] observation = HexFormat.of().parseHex(hex);
    PORTS.forEach((build, port) -> {
      String said = port.echo(observation);
      assertTrue(said.startsWith("3 ") && said.contains(inRust), () -> build.word() + said);
    });
    EncodingException thrown =
        assertThrows(EncodingException.class, () -> Cbor.encode(value, Detail.TERSE));
    assertTrue(String.valueOf(thrown.getMessage()).contains(inJava), thrown::getMessage);
  }

  private static List<BigInteger> heads() {
    return IntStream.of(0, 5, 8, 16, 32, 63)
        .mapToObj(BigInteger.ONE::shiftLeft)
        .flatMap(n -> Stream.of(n.subtract(BigInteger.ONE), n, n.negate(), n.not()))
        .filter(n -> n.bitLength() < 64)
        .toList();
  }

  private static double[] floats() {
    return new double[] {
      Double.NaN,
      Double.NEGATIVE_INFINITY,
      Double.MIN_VALUE,
      Double.MAX_VALUE,
      Float.MIN_VALUE,
      Math.nextUp((double) Float.MAX_VALUE),
      0x1p-24,
      0x1p-25,
      65504,
      65505,
      0.1,
    };
  }

  private static List<Object> lengths(Function<Integer, Object> ofLength) {
    return IntStream.of(0, 1, 23, 24, 255, 256, 65_535, 65_536).boxed().map(ofLength).toList();
  }

  /** Filled in the order that is the worst for whoever has to sort it. */
  private static Map<Integer, Integer> fields(int size) {
    return IntStream.range(0, size)
        .boxed()
        .collect(Collectors.toMap(i -> i, i -> i, (a, _) -> a, () -> descending()));
  }

  private static Map<Integer, Integer> descending() {
    return new java.util.TreeMap<>(Collections.reverseOrder());
  }

  private static Map<@Nullable Object, Integer> keys() {
    Map<@Nullable Object, Integer> keys = new HashMap<>();
    for (@Nullable Object key :
        Arrays.asList(0, 24, -1, "", "z", "aa", List.of(), Map.of(), null, true, 1.5, 0.1)) {
      keys.put(key, keys.size());
    }
    keys.put(new byte[] {1}, keys.size());
    return keys;
  }

  private static Object nested(int levels, Object innermost, Function<Object, Object> around) {
    Object value = innermost;
    for (int level = 0; level < levels; level++) {
      value = around.apply(value);
    }
    return value;
  }
}
