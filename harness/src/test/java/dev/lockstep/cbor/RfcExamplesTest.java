package dev.lockstep.cbor;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples of RFC 8949, appendix A, that the observation format allows. */
@NullMarked
final class RfcExamplesTest {

  @ParameterizedTest
  @MethodSource("examples")
  void theExampleIsEncodedAndDecodedAsTheRfcSays(@Nullable Object value, Node node, String hex) {
    assertEquals(hex, Cbor.terse(value));
    assertEquals(hex, Cbor.terse(node));
    assertEquals(node, Cbor.decode(hex));
  }

  static Stream<Arguments> examples() {
    return Stream.of(ints(), floats(), others(), lists(), maps()).flatMap(group -> group);
  }

  private static Stream<Arguments> ints() {
    return Stream.of(
        integer(0, "00"),
        integer(1, "01"),
        integer(10, "0a"),
        integer(23, "17"),
        integer(24, "1818"),
        integer(25, "1819"),
        integer(100, "1864"),
        integer(1000, "1903e8"),
        integer(1_000_000, "1a000f4240"),
        integer(1_000_000_000_000L, "1b000000e8d4a51000"),
        unsigned("18446744073709551615", "1bffffffffffffffff"),
        integer(-1, "20"),
        integer(-10, "29"),
        integer(-100, "3863"),
        integer(-1000, "3903e7"));
  }

  private static Stream<Arguments> floats() {
    return Stream.of(
        floating(0.0, "f90000"),
        floating(-0.0, "f98000"),
        floating(1.0, "f93c00"),
        floating(1.1, "fb3ff199999999999a"),
        floating(1.5, "f93e00"),
        floating(65504.0, "f97bff"),
        floating(100000.0, "fa47c35000"),
        floating(3.4028234663852886e+38, "fa7f7fffff"),
        floating(1.0e+300, "fb7e37e43c8800759c"),
        floating(5.960464477539063e-8, "f90001"),
        floating(0.00006103515625, "f90400"),
        floating(-4.0, "f9c400"),
        floating(-4.1, "fbc010666666666666"),
        floating(Double.POSITIVE_INFINITY, "f97c00"),
        floating(Double.NaN, "f97e00"),
        floating(Double.NEGATIVE_INFINITY, "f9fc00"));
  }

  private static Stream<Arguments> others() {
    return Stream.of(
        Arguments.of(false, new Node.Bool(false), "f4"),
        Arguments.of(true, new Node.Bool(true), "f5"),
        Arguments.of(null, new Node.Null(), "f6"),
        bytes("", "40"),
        bytes("01020304", "4401020304"),
        text("", "60"),
        text("a", "6161"),
        text("IETF", "6449455446"),
        text("\"\\", "62225c"),
        text("ü", "62c3bc"),
        text("水", "63e6b0b4"),
        text("𐅑", "64f0908591"));
  }

  private static Stream<Arguments> lists() {
    List<Integer> many = IntStream.rangeClosed(1, 25).boxed().toList();
    return Stream.of(
        Arguments.of(List.of(), seq(), "80"),
        Arguments.of(List.of(1, 2, 3), numbers(1, 2, 3), "83010203"),
        Arguments.of(
            List.of(1, List.of(2, 3), new int[] {4, 5}),
            seq(Node.Int.of(1), numbers(2, 3), numbers(4, 5)),
            "8301820203820405"),
        Arguments.of(
            many,
            numbers(many.stream().mapToInt(Integer::intValue).toArray()),
            "98190102030405060708090a0b0c0d0e0f101112131415161718181819"));
  }

  private static Stream<Arguments> maps() {
    return Stream.of(
        Arguments.of(Map.of(), Node.Fields.of(Map.of()), "a0"),
        Arguments.of(
            Map.of(1, 2, 3, 4),
            Node.Fields.of(Map.of(Node.Int.of(1), Node.Int.of(2), Node.Int.of(3), Node.Int.of(4))),
            "a201020304"),
        Arguments.of(
            Map.of("a", 1, "b", List.of(2, 3)),
            Node.Fields.of(Map.of(word("a"), Node.Int.of(1), word("b"), numbers(2, 3))),
            "a26161016162820203"),
        Arguments.of(
            List.of("a", Map.of("b", "c")),
            seq(word("a"), Node.Fields.of(Map.of(word("b"), word("c")))),
            "826161a161626163"),
        Arguments.of(
            Map.of("a", "A", "b", "B", "c", "C", "d", "D", "e", "E"),
            Node.Fields.of(
                Map.ofEntries(
                    entry(word("a"), word("A")),
                    entry(word("b"), word("B")),
                    entry(word("c"), word("C")),
                    entry(word("d"), word("D")),
                    entry(word("e"), word("E")))),
            "a56161614161626142616361436164614461656145"));
  }

  private static Arguments integer(long value, String hex) {
    return Arguments.of(value, Node.Int.of(value), hex);
  }

  private static Arguments unsigned(String value, String hex) {
    return Arguments.of(new BigInteger(value), new Node.Int(new BigInteger(value)), hex);
  }

  private static Arguments floating(double value, String hex) {
    return Arguments.of(value, new Node.Float(value), hex);
  }

  private static Arguments bytes(String content, String hex) {
    byte[] value = HexFormat.of().parseHex(content);
    return Arguments.of(value, new Node.Bytes(value), hex);
  }

  private static Arguments text(String value, String hex) {
    return Arguments.of(value, word(value), hex);
  }

  private static Node word(String value) {
    return new Node.Text(value);
  }

  private static Node seq(Node... items) {
    return new Node.Seq(List.of(items));
  }

  private static Node numbers(int... values) {
    return new Node.Seq(Arrays.stream(values).<Node>mapToObj(Node.Int::of).toList());
  }
}
