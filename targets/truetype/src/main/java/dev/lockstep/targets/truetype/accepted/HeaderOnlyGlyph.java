package dev.lockstep.targets.truetype.accepted;

import dev.lockstep.fonts.truetype.accepted.Tables;
import dev.lockstep.fonts.truetype.accepted.Tables.Table;
import java.util.function.Predicate;

/** Fonts with a glyph of no contours that ends with its header. */
public final class HeaderOnlyGlyph implements Predicate<byte[]> {
  /** Of those that are observed. */
  private static final int GLYPHS_MAX = 16;

  private static final int HEADER_BYTES = 10;
  private static final int LENGTH_BYTES = 2;

  /** Made by its name in {@code accepted.toml}. */
  public HeaderOnlyGlyph() {}

  @Override
  public boolean test(byte[] font) {
    Tables tables = new Tables(font);
    Table glyf = tables.table("glyf");
    Table loca = tables.table("loca");
    boolean longOffsets = tables.table("head").u16(50) == 1;
    for (int i = 0; i < Math.min(GLYPHS_MAX, tables.table("maxp").u16(4)); i++) {
      long start = longOffsets ? loca.u32(4L * i) : 2L * loca.u16(2L * i);
      long end = longOffsets ? loca.u32(4L * (i + 1)) : 2L * loca.u16(2L * (i + 1));
      if (end - start >= HEADER_BYTES
          && end - start < HEADER_BYTES + LENGTH_BYTES
          && end <= glyf.length()
          && glyf.u16(start) == 0) {
        return true;
      }
    }
    return false;
  }
}
