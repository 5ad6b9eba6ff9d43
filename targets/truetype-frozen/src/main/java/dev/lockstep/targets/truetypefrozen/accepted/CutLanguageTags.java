package dev.lockstep.targets.truetypefrozen.accepted;

import dev.lockstep.fonts.truetype.accepted.Tables;
import dev.lockstep.fonts.truetype.accepted.Tables.Table;
import java.util.function.Predicate;

/** Fonts with a {@code name} of version 1 that ends before its language tags do. */
public final class CutLanguageTags implements Predicate<byte[]> {

  /** Made by its name in {@code accepted.toml}. */
  public CutLanguageTags() {}

  private static final int HEADER_BYTES = 6;
  private static final int RECORD_BYTES = 12;
  private static final int TAG_BYTES = 4;

  @Override
  public boolean test(byte[] font) {
    Table name = new Tables(font).table("name");
    int tags = HEADER_BYTES + RECORD_BYTES * name.u16(2);
    return name.u16(0) == 1 && tags + 2 + TAG_BYTES * name.u16(tags) > name.length();
  }
}
