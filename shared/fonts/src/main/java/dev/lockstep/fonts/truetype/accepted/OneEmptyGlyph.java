package dev.lockstep.fonts.truetype.accepted;

import dev.lockstep.fonts.truetype.accepted.Tables.Table;
import java.util.function.Predicate;

/** Fonts of one glyph, which is empty. */
public final class OneEmptyGlyph implements Predicate<byte[]> {

  /** Made by its name in {@code accepted.toml}. */
  public OneEmptyGlyph() {}

  @Override
  public boolean test(byte[] font) {
    Tables tables = new Tables(font);
    boolean longOffsets = tables.table("head").u16(50) == 1;
    Table loca = tables.table("loca");
    return tables.table("maxp").u16(4) == 1
        && (longOffsets ? loca.u32(0) == 0 && loca.u32(4) == 0 : loca.u32(0) == 0);
  }
}
