package dev.lockstep.fonts.truetype.accepted;

import java.util.function.Predicate;

/** Fonts with names in {@code post} as differences from the standard order: version 2.5. */
public final class OffsetNames implements Predicate<byte[]> {

  /** Made by its name in {@code accepted.toml}. */
  public OffsetNames() {}

  private static final int VERSION = 0x0002_8000;

  @Override
  public boolean test(byte[] font) {
    return new Tables(font).table("post").u32(0) == VERSION;
  }
}
