package dev.lockstep.targets.cff.accepted;

import java.util.function.Predicate;

/** Fonts with a real number below a tenth in a DICT. */
public final class SmallReal implements Predicate<byte[]> {
  private static final double LIMIT = 0.1;

  /** Made by its name in {@code accepted.toml}. */
  public SmallReal() {}

  @Override
  public boolean test(byte[] input) {
    return Fonts.anyNumber(input, value -> value != 0 && Math.abs(value) < LIMIT);
  }
}
