package dev.lockstep.targets.truetypefrozen.accepted;

import dev.lockstep.fonts.truetype.accepted.Tables;
import java.util.function.Predicate;

/** Fonts that say they have no glyphs. */
public final class NoGlyphs implements Predicate<byte[]> {

  /** Made by its name in {@code accepted.toml}. */
  public NoGlyphs() {}

  @Override
  public boolean test(byte[] font) {
    return new Tables(font).table("maxp").u16(4) == 0;
  }
}
