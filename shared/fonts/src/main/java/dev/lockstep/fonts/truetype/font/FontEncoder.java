package dev.lockstep.fonts.truetype.font;

import dev.lockstep.fonts.truetype.font.Font.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Writes the tables of a font, and the file around them. */
final class FontEncoder {
  private static final int HEADER_BYTES = 12;
  private static final int RECORD_BYTES = 16;
  private static final int CHECKSUM_ADJUSTMENT_AT = 8;
  private static final int WHOLE_FILE_CHECKSUM = 0xB1B0AFBA;

  private FontEncoder() {}

  static byte[] encode(Font font) {
    Font.Layout layout = font.layout();
    GlyphTables outlines = GlyphTables.of(font.glyphs(), layout.longOffsets());
    Map<String, byte[]> tables = new TreeMap<>();
    tables.put("glyf", outlines.glyf());
    tables.put("loca", outlines.loca());
    tables.put("hmtx", hmtx(font, outlines));
    tables.put("head", head(font, outlines));
    tables.put("hhea", hhea(font, outlines));
    tables.put("maxp", maxp(font, outlines));
    tables.put("cmap", CharacterMapEncoder.encode(font.maps()));
    tables.put("name", NameEncoder.encode(font.names()));
    tables.put("post", PostEncoder.encode(font.post()));
    for (Table extra : layout.extra()) {
      tables.put(extra.tag(), extra.bytes());
    }
    return file(layout, tables);
  }

  /**
   * The directory, then the tables, each from a multiple of four bytes on; the last one is not
   * filled up.
   */
  private static byte[] file(Font.Layout layout, Map<String, byte[]> tables) {
    Set<String> order = new LinkedHashSet<>(layout.order());
    order.retainAll(tables.keySet());
    order.addAll(tables.keySet());

    BigEndian body = new BigEndian();
    List<Entry> entries = new ArrayList<>();
    int bodyAt = HEADER_BYTES + RECORD_BYTES * tables.size();
    int headAt = -1;
    for (String tag : order) {
      body.align(4);
      byte[] table = tables.getOrDefault(tag, new byte[0]);
      int at = bodyAt + body.size();
      if (tag.equals("head") && table.length >= CHECKSUM_ADJUSTMENT_AT + 4) {
        headAt = at;
      }
      entries.add(new Entry(tag, checksum(table), at, table.length));
      body.raw(table);
    }
    if (layout.sortedDirectory()) {
      entries.sort(Comparator.comparing(Entry::tag));
    }

    int log = 31 - Integer.numberOfLeadingZeros(Math.max(1, tables.size()));
    BigEndian file =
        new BigEndian()
            .u32(layout.version())
            .u16(tables.size())
            .u16(RECORD_BYTES << log)
            .u16(log)
            .u16(RECORD_BYTES * tables.size() - (RECORD_BYTES << log));
    for (Entry entry : entries) {
      file.latin1(entry.tag()).u32(entry.checksum()).u32(entry.offset()).u32(entry.length());
    }
    byte[] bytes = file.raw(body.toBytes()).toBytes();
    if (headAt >= 0) {
      int adjustment = WHOLE_FILE_CHECKSUM - checksum(bytes);
      System.arraycopy(
          new BigEndian().u32(adjustment).toBytes(), 0, bytes, headAt + CHECKSUM_ADJUSTMENT_AT, 4);
    }
    return bytes;
  }

  /** The sum of the 32-bit words, zeros added at the end. */
  private static int checksum(byte[] table) {
    int sum = 0;
    for (int i = 0; i < table.length; i++) {
      sum += (table[i] & 0xFF) << (24 - 8 * (i % 4));
    }
    return sum;
  }

  private static byte[] head(Font font, GlyphTables outlines) {
    Bounds all = outlines.bounds();
    return new BigEndian()
        .u32(0x0001_0000)
        .u32(0x0001_0000)
        .u32(0)
        .u32(0x5F0F_3CF5)
        .u16(font.head().flags())
        .u16(font.head().unitsPerEm())
        .u64(font.head().created())
        .u64(font.head().created())
        .u16(all.xMin())
        .u16(all.yMin())
        .u16(all.xMax())
        .u16(all.yMax())
        .u16(font.head().macStyle())
        .u16(8)
        .u16(2)
        .u16(font.layout().longOffsets() ? 1 : 0)
        .u16(0)
        .toBytes();
  }

  private static byte[] hhea(Font font, GlyphTables outlines) {
    Bounds all = outlines.bounds();
    int widest = font.glyphs().stream().mapToInt(Glyph::advance).max().orElse(0);
    return new BigEndian()
        .u32(0x0001_0000)
        .u16(all.yMax())
        .u16(all.yMin())
        .u16(90)
        .u16(widest)
        .u16(all.xMin())
        .u16(0)
        .u16(all.xMax())
        .u16(1)
        .zeros(2 + 2 + 8 + 2)
        .u16(font.longMetrics())
        .toBytes();
  }

  private static byte[] hmtx(Font font, GlyphTables outlines) {
    BigEndian table = new BigEndian();
    for (int i = 0; i < font.glyphs().size(); i++) {
      Glyph glyph = font.glyphs().get(i);
      if (i < font.longMetrics()) {
        table.u16(glyph.advance());
      }
      table.u16(outlines.boundsOf(i).xMin() + glyph.bearingShift());
    }
    return table.toBytes();
  }

  private static byte[] maxp(Font font, GlyphTables outlines) {
    int[] limits = {
      outlines.maxPoints(),
      outlines.maxContours(),
      outlines.maxPoints(),
      outlines.maxContours(),
      2,
      0,
      0,
      0,
      0,
      0,
      0,
      outlines.maxComponents(),
      font.layout().maxComponentDepth()
    };
    BigEndian table = new BigEndian().u32(0x0001_0000).u16(font.glyphs().size());
    Arrays.stream(limits).forEach(table::u16);
    return table.toBytes();
  }

  private record Entry(String tag, long checksum, long offset, long length) {}
}
