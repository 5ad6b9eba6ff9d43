package dev.lockstep.targets.cff.accepted;

import dev.lockstep.targets.cff.font.Entry;
import dev.lockstep.targets.cff.font.Operators;
import java.util.function.Predicate;

/**
 * Fonts with a number in a DICT that 16 bits before the point do not hold, or a nominal width that
 * leaves little room for what a glyph adds to it.
 */
public final class LargeNumber implements Predicate<byte[]> {
  private static final double LIMIT = 32_768;

  /** Made by its name in {@code accepted.toml}. */
  public LargeNumber() {}

  @Override
  public boolean test(byte[] input) {
    return Fonts.anyNumber(input, value -> value >= LIMIT || value < -LIMIT)
        || Fonts.read(input).stream()
            .flatMap(font -> font.priv().stream())
            .filter(entry -> entry.operator() == Operators.NOMINAL_WIDTH)
            .flatMap(Entry::values)
            .anyMatch(value -> Math.abs(value) >= LIMIT / 2);
  }
}
