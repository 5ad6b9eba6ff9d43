package dev.lockstep.cbor;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.NullMarked;

/** Generates observations, with a liking for the borders of the format. */
@NullMarked
public final class NodeArbitrary {
  private static final int LEVELS_MAX = 4;
  private static final BigInteger INT_MIN = BigInteger.ONE.shiftLeft(63).negate();
  private static final BigInteger INT_MAX = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

  private NodeArbitrary() {}

  /** Trees without parts. */
  public static Arbitrary<Node> plain() {
    return tree(LEVELS_MAX, leaves());
  }

  /** Trees whose parts have no details: what terse bytes are decoded to. */
  public static Arbitrary<Node> terse() {
    return withParts(Arbitraries.just(""));
  }

  /** Trees whose parts have details, some of them empty: what explained bytes are decoded to. */
  public static Arbitrary<Node> explained() {
    return withParts(texts());
  }

  private static Arbitrary<Node> withParts(Arbitrary<String> details) {
    Arbitrary<Node> rejected = Combinators.combine(words(), details).as(Node.Rejected::new);
    Arbitrary<Node> crashed = Combinators.combine(words(), texts(), details).as(Node.Crashed::new);
    return tree(
        LEVELS_MAX,
        Arbitraries.frequencyOf(
            Tuple.of(8, leaves()), Tuple.of(1, rejected), Tuple.of(1, crashed)));
  }

  private static Arbitrary<Node> tree(int levels, Arbitrary<Node> leaves) {
    if (levels == 0) {
      return leaves;
    }
    Arbitrary<Node> inner = tree(levels - 1, leaves);
    Arbitrary<Node> lists = inner.list().ofMaxSize(4).map(Node.Seq::new);
    Arbitrary<Node> maps = Arbitraries.maps(keys(), inner).ofMaxSize(5).map(Node.Fields::of);
    return Arbitraries.frequencyOf(
        Tuple.of(levels == LEVELS_MAX ? 1 : 4, leaves), Tuple.of(2, lists), Tuple.of(3, maps));
  }

  private static Arbitrary<Node> keys() {
    Arbitrary<Node> names = words().map(Node.Text::new);
    Arbitrary<Node> tuples = leaves().list().ofMaxSize(2).map(Node.Seq::new);
    return Arbitraries.frequencyOf(
        Tuple.of(6, names),
        Tuple.of(3, ints().map(Node.Int::new)),
        Tuple.of(2, leaves()),
        Tuple.of(1, tuples));
  }

  private static Arbitrary<Node> leaves() {
    return Arbitraries.frequencyOf(
        Tuple.of(1, Arbitraries.of(new Node.Null(), new Node.Bool(false), new Node.Bool(true))),
        Tuple.of(3, ints().map(Node.Int::new)),
        Tuple.of(3, floats().map(Node.Float::new)),
        Tuple.of(3, texts().map(Node.Text::new)),
        Tuple.of(1, bytes().map(Node.Bytes::new)));
  }

  /** Integers from -2^63 to 2^64-1, often where the head grows by a byte. */
  static Arbitrary<BigInteger> ints() {
    List<BigInteger> borders =
        Stream.of(0L, 23L, 24L, 0xffL, 0x100L, 0xffffL, 0x1_0000L, 0xffff_ffffL, 0x1_0000_0000L)
            .map(BigInteger::valueOf)
            .flatMap(border -> Stream.of(border, border.not()))
            .toList();
    return Arbitraries.oneOf(
        Arbitraries.of(borders),
        Arbitraries.of(INT_MIN, INT_MAX, INT_MIN.not(), INT_MIN.negate()),
        Arbitraries.integers().between(-300, 300).map(BigInteger::valueOf),
        Arbitraries.bigIntegers().between(INT_MIN, INT_MAX));
  }

  /** Floats of every width by their bits, so that NaNs, infinities and subnormals all occur. */
  static Arbitrary<Double> floats() {
    return Arbitraries.oneOf(
        Arbitraries.of(0.0, -0.0, Double.NaN, Double.POSITIVE_INFINITY, Double.MIN_VALUE),
        Arbitraries.shorts().map(bits -> (double) Float.float16ToFloat(bits)),
        Arbitraries.integers().map(bits -> (double) Float.intBitsToFloat(bits)),
        Arbitraries.longs().map(Double::longBitsToDouble));
  }

  /** Text of any UTF-16 units, lone surrogates included. */
  static Arbitrary<String> texts() {
    Arbitrary<Integer> units =
        Arbitraries.frequencyOf(
            Tuple.of(6, Arbitraries.integers().between(0, 0x7f)),
            Tuple.of(1, Arbitraries.integers().between(0x80, 0x7ff)),
            Tuple.of(1, Arbitraries.integers().between(0x800, 0xffff)),
            Tuple.of(1, Arbitraries.integers().between(0xd800, 0xdfff)),
            Tuple.of(1, Arbitraries.integers().between(0x1_0000, 0x10_ffff)));
    return Arbitraries.oneOf(
        words(),
        Arbitraries.of("", "😀", "\ud83d", "\ude00\ud83d", "a".repeat(23), "é".repeat(12)),
        units.list().ofMaxSize(30).map(NodeArbitrary::textOf));
  }

  private static String textOf(List<Integer> codePoints) {
    int[] units = codePoints.stream().flatMapToInt(IntStream::of).toArray();
    return new String(units, 0, units.length);
  }

  private static Arbitrary<String> words() {
    return Arbitraries.strings()
        .withCharRange('a', 'z')
        .withChars('_')
        .ofMinLength(1)
        .ofMaxLength(6);
  }

  private static Arbitrary<byte[]> bytes() {
    return Arbitraries.bytes().array(byte[].class).ofMaxSize(30);
  }
}
