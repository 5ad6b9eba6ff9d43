package dev.lockstep.targets.truetypefrozen.accepted;

import dev.lockstep.fonts.truetype.accepted.Tables;
import java.util.function.Predicate;

/** Fonts with the standard glyph names: {@code post} 1.0. */
public final class StandardNames implements Predicate<byte[]> {

  /** Made by its name in {@code accepted.toml}. */
  public StandardNames() {}

  private static final long VERSION = 0x0001_0000;

  @Override
  public boolean test(byte[] font) {
    return new Tables(font).table("post").u32(0) == VERSION;
  }
}
