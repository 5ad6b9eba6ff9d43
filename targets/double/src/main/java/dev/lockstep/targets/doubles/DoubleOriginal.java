package dev.lockstep.targets.doubles;

import dev.lockstep.Original;
import dev.lockstep.Rejections;
import java.math.BigInteger;

/** Parses the literal that an input stands for with {@link Double#parseDouble}. */
public final class DoubleOriginal implements Original {

  /**
   * What one input was parsed as.
   *
   * @param literal that the input stands for, to show that both sides parsed the same
   * @param bits of the IEEE 754 double, unsigned
   */
  record Parsed(String literal, BigInteger bits) {}

  @Override
  public Object observe(byte[] input) {
    String literal = Literal.of(input);
    long bits = Double.doubleToRawLongBits(Double.parseDouble(literal));
    return new Parsed(literal, unsigned(bits));
  }

  /** None: every input stands for a literal that both sides have to take. */
  @Override
  public Rejections rejections() {
    return Rejections.none();
  }

  private static BigInteger unsigned(long bits) {
    BigInteger value = BigInteger.valueOf(bits & Long.MAX_VALUE);
    return bits < 0 ? value.setBit(Long.SIZE - 1) : value;
  }
}
