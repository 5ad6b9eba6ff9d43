package dev.lockstep.fonts.truetype.accepted;

import dev.lockstep.fonts.truetype.accepted.Tables.Table;
import java.util.Arrays;
import java.util.function.Predicate;

/**
 * Fonts with a component that is scaled, of a glyph that has components that are scaled in their
 * turn.
 */
public final class NestedScale implements Predicate<byte[]> {

  /** Made by its name in {@code accepted.toml}. */
  public NestedScale() {}

  private static final int WORDS = 0x0001;
  private static final int SCALE = 0x0008;
  private static final int MORE = 0x0020;
  private static final int SCALE_XY = 0x0040;
  private static final int MATRIX = 0x0080;
  private static final int COMPONENTS_MAX = 64;
  private static final int DEPTH_MAX = 6;
  private static final int ASKED_MAX = 4_096;

  /** Of those that are observed. */
  private static final int GLYPHS_MAX = 16;

  @Override
  public boolean test(byte[] font) {
    Outlines outlines = new Outlines(new Tables(font));
    for (int i = 0; i < outlines.count(); i++) {
      if (scales(outlines, i, 0) > 1) {
        return true;
      }
    }
    return false;
  }

  /** How many scales lie on each other at most. */
  private static int scales(Outlines outlines, int glyph, int depth) {
    Table bytes = outlines.glyph(glyph);
    int most = 0;
    int at = 10;
    boolean more = bytes.i16(0) < 0 && depth <= DEPTH_MAX;
    for (int i = 0; more && i < COMPONENTS_MAX && at < bytes.length(); i++) {
      int flags = bytes.u16(at);
      int own = (flags & (SCALE | SCALE_XY | MATRIX)) == 0 ? 0 : 1;
      most = Math.max(most, own + scales(outlines, bytes.u16(at + 2), depth + 1));
      at += 4 + ((flags & WORDS) != 0 ? 4 : 2) + factorBytes(flags);
      more = (flags & MORE) != 0;
    }
    return most;
  }

  private static int factorBytes(int flags) {
    if ((flags & SCALE) != 0) {
      return 2;
    }
    if ((flags & SCALE_XY) != 0) {
      return 4;
    }
    return (flags & MATRIX) != 0 ? 8 : 0;
  }

  /** The glyphs of a font. */
  private static final class Outlines {
    private final Table glyf;
    private final Table loca;
    private final boolean longOffsets;
    private final int count;
    private int asked;

    Outlines(Tables tables) {
      this.glyf = tables.table("glyf");
      this.loca = tables.table("loca");
      this.longOffsets = tables.table("head").u16(50) == 1;
      this.count = Math.min(GLYPHS_MAX, tables.table("maxp").u16(4));
    }

    int count() {
      return count;
    }

    /** Without bytes once too many were asked for: glyphs that hold each other many times over. */
    Table glyph(int index) {
      if (++asked > ASKED_MAX) {
        return new Table(new byte[0]);
      }
      long start = offset(index);
      long end = Math.min(offset(index + 1), glyf.length());
      return new Table(
          start < end ? Arrays.copyOfRange(glyf.bytes(), (int) start, (int) end) : new byte[0]);
    }

    private long offset(int index) {
      return longOffsets ? loca.u32(4L * index) : 2L * loca.u16(2L * index);
    }
  }
}
