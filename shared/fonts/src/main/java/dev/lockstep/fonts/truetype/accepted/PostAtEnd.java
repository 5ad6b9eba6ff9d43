package dev.lockstep.fonts.truetype.accepted;

import java.util.function.Predicate;

/** Fonts whose file ends with the header of {@code post}, in version 1.0. */
public final class PostAtEnd implements Predicate<byte[]> {

  /** Made by its name in {@code accepted.toml}. */
  public PostAtEnd() {}

  private static final int VERSION = 0x0001_0000;

  @Override
  public boolean test(byte[] font) {
    Tables tables = new Tables(font);
    return tables.table("post").u32(0) == VERSION && tables.endsWith("post");
  }
}
