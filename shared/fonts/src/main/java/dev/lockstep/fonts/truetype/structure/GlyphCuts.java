package dev.lockstep.fonts.truetype.structure;

import static dev.lockstep.fonts.truetype.structure.Bytes.put16;
import static dev.lockstep.fonts.truetype.structure.Bytes.put32;
import static dev.lockstep.fonts.truetype.structure.Bytes.u16;
import static dev.lockstep.fonts.truetype.structure.Bytes.u32;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Makes the list of glyphs shorter, in all five tables that have a part of it, and glyphs smaller.
 * Character maps are left as they are: a glyph that is no more is no glyph there.
 */
final class GlyphCuts {
  private static final int GLYPHS_MAX = 64;

  private final FontFile font;
  private final byte[] glyf;
  private final byte[] loca;
  private final byte[] maxp;
  private final byte[] hmtx;
  private final byte[] hhea;
  private final boolean longOffsets;
  private final int count;

  GlyphCuts(FontFile font) {
    this.font = font;
    this.glyf = font.table("glyf");
    this.loca = font.table("loca");
    this.maxp = font.table("maxp");
    this.hmtx = font.table("hmtx");
    this.hhea = font.table("hhea");
    this.longOffsets = u16(font.table("head"), 50) == 1;
    this.count = u16(maxp, 4);
  }

  /** Without the second half, the last quarter, or any one glyph. */
  List<byte[]> withoutGlyphs() {
    List<byte[]> smaller = new ArrayList<>();
    for (int kept : new int[] {count / 2, count * 3 / 4}) {
      if (kept > 0 && kept < count - 1) {
        smaller.add(without(kept, count));
      }
    }
    for (int i = Math.min(count, GLYPHS_MAX) - 1; i >= 0 && count > 1; i--) {
      smaller.add(without(i, i + 1));
    }
    return smaller;
  }

  /** Without the bytes of a glyph, or some that make it smaller. */
  List<byte[]> withSmallerGlyphs() {
    List<byte[]> smaller = new ArrayList<>();
    for (int i = 0; i < Math.min(count, GLYPHS_MAX); i++) {
      byte[] glyph = glyph(i);
      if (glyph.length > 0) {
        smaller.add(with(i, new byte[0]));
        for (byte[] smallerGlyph : OneGlyphCuts.of(glyph)) {
          smaller.add(with(i, smallerGlyph));
        }
      }
    }
    return smaller;
  }

  private byte[] glyph(int index) {
    long start = offset(index);
    long end = offset(index + 1);
    return start < end && end <= glyf.length
        ? Arrays.copyOfRange(glyf, (int) start, (int) end)
        : new byte[0];
  }

  private int entry() {
    return longOffsets ? 4 : 2;
  }

  private long offset(int index) {
    return longOffsets ? u32(loca, 4 * index) : 2L * u16(loca, 2 * index);
  }

  private void putOffset(byte[] table, int index, long offset) {
    if (longOffsets) {
      put32(table, 4 * index, offset);
    } else {
      put16(table, 2 * index, (int) (offset / 2));
    }
  }

  private byte[] with(int index, byte[] glyph) {
    byte[] even = glyph.length % 2 == 0 ? glyph : Arrays.copyOf(glyph, glyph.length + 1);
    long start = offset(index);
    long end = offset(index + 1);
    byte[] locations = movedLocations(loca, end, end - start - even.length);
    return font.with(
        Map.of("glyf", Bytes.replaced(glyf, (int) start, (int) end, even), "loca", locations));
  }

  /** With all offsets from {@code end} on less by {@code less}. */
  private byte[] movedLocations(byte[] table, long end, long less) {
    byte[] moved = table.clone();
    for (int i = 0; (i + 1) * entry() <= table.length; i++) {
      if (offset(i) >= end) {
        putOffset(moved, i, offset(i) - less);
      }
    }
    return moved;
  }

  private byte[] without(int first, int end) {
    long from = offset(first);
    long to = offset(end);
    boolean cut = from <= to && to <= glyf.length;
    byte[] locations = cut ? movedLocations(loca, to, to - from) : loca;
    locations = Bytes.without(locations, (long) first * entry(), (long) end * entry());
    byte[] outlines = cut ? Bytes.without(renumbered(first, end), from, to) : glyf;

    byte[] profile = maxp.clone();
    put16(profile, 4, count - (end - first));
    Metrics metrics = new Metrics(hhea, hmtx).without(count, first, end);
    return font.with(
        Map.of(
            "glyf", outlines,
            "loca", locations,
            "maxp", profile,
            "hmtx", metrics.table(),
            "hhea", metrics.header()));
  }

  /** {@code glyf} with the numbers of components lowered that are behind those that go. */
  private byte[] renumbered(int first, int end) {
    byte[] table = glyf.clone();
    for (int i = 0; i < Math.min(count, GLYPHS_MAX); i++) {
      byte[] glyph = glyph(i);
      for (Component component : Component.of(glyph)) {
        int at = (int) offset(i) + component.start() + 2;
        int child = u16(glyf, at);
        if (child >= end) {
          put16(table, at, child - (end - first));
        }
      }
    }
    return table;
  }
}
