package dev.lockstep.targets.cff.accepted;

import java.util.function.Predicate;

/** Fonts with a glyph that takes {@code flex1}. */
public final class Flex1 implements Predicate<byte[]> {
  private static final int OPERATOR = 0x100 | 37;

  /** Made by its name in {@code accepted.toml}. */
  public Flex1() {}

  @Override
  public boolean test(byte[] input) {
    return Fonts.anyGlyphTakes(input, OPERATOR);
  }
}
