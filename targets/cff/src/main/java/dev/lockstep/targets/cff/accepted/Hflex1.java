package dev.lockstep.targets.cff.accepted;

import java.util.function.Predicate;

/** Fonts with a glyph that takes {@code hflex1}. */
public final class Hflex1 implements Predicate<byte[]> {
  private static final int OPERATOR = 0x100 | 36;

  /** Made by its name in {@code accepted.toml}. */
  public Hflex1() {}

  @Override
  public boolean test(byte[] input) {
    return Fonts.anyGlyphTakes(input, OPERATOR);
  }
}
