package dev.lockstep.targets.cff.accepted;

import dev.lockstep.targets.cff.font.Entry;
import dev.lockstep.targets.cff.font.Operators;
import java.util.function.Predicate;

/** Fonts whose default or nominal width is not whole. */
public final class FractionalWidth implements Predicate<byte[]> {

  /** Made by its name in {@code accepted.toml}. */
  public FractionalWidth() {}

  @Override
  public boolean test(byte[] input) {
    return Fonts.read(input).stream()
        .flatMap(font -> font.priv().stream())
        .filter(entry ->
            entry.operator() == Operators.DEFAULT_WIDTH
                || entry.operator() == Operators.NOMINAL_WIDTH)
        .flatMap(Entry::values)
        .anyMatch(value -> value != Math.rint(value));
  }
}
