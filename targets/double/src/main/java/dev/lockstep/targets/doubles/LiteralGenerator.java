package dev.lockstep.targets.doubles;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Generates inputs of both forms that {@link Literal} knows: texts of literals, and points beside a
 * double.
 */
public final class LiteralGenerator implements Supplier<Arbitrary<byte[]>> {
  private static final int HALFWAY = 0x80;
  private static final int DIGITS_MAX = 40;

  @Override
  public Arbitrary<byte[]> get() {
    return Arbitraries.frequencyOf(Tuple.of(1, texts()), Tuple.of(1, points()));
  }

  private static Arbitrary<byte[]> texts() {
    Arbitrary<String> digits = Arbitraries.strings().numeric().ofMaxLength(DIGITS_MAX);
    Arbitrary<String> exponent =
        Arbitraries.frequencyOf(
            Tuple.of(1, Arbitraries.just("")),
            Tuple.of(3, Arbitraries.integers().between(-345, 310).map("e%d"::formatted)),
            Tuple.of(1, Arbitraries.integers().between(-99_999, 99_999).map("E%+d"::formatted)));
    return Combinators.combine(
            Arbitraries.of("", "", "-", "+"), digits, Arbitraries.of("", "."), digits, exponent)
        .as((sign, whole, point, fraction, power) -> sign + whole + point + fraction + power)
        .map(literal -> literal.getBytes(StandardCharsets.US_ASCII));
  }

  private static Arbitrary<byte[]> points() {
    Arbitrary<Integer> flags = Arbitraries.integers().between(0, 0x7f);
    Arbitrary<Integer> distance = Arbitraries.integers().between(0, 0xff);
    return Combinators.combine(flags, distance, Arbitraries.doubles())
        .as((low, far, value) ->
            ByteBuffer.allocate(10)
                .put((byte) (HALFWAY | low))
                .put(far.byteValue())
                .putDouble(value)
                .array());
  }
}
