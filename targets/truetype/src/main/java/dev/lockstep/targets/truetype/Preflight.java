package dev.lockstep.targets.truetype;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Says which parts of a font are asked for at all, from the bytes alone and by the same rules as
 * the port's adapter.
 *
 * <p>A part that is barred has the kind of its bar on both sides. There are bars for two reasons,
 * written down in the target's README: what depends on a table that is missing or too short would
 * only repeat what that table shows ({@code needs_…}), and what costs one side a thousand times the
 * usual would stop the fuzzer ({@code too_large}, {@code too_complex}).
 */
final class Preflight {
  /** Glyphs, names and metrics beyond these are not observed. */
  static final int GLYPHS_MAX = 16;

  static final int CODE_POINTS_MAX = 4096;
  static final int COMPONENTS_MAX = 64;
  static final int DEPTH_MAX = 6;
  static final int POINTS_MAX = 1024;

  /** A bit less than what a {@code long} of milliseconds can hold. */
  private static final long SECONDS_MAX = 9_000_000_000_000_000L;

  private static final int HEADER_BYTES = 12;
  private static final int RECORD_BYTES = 16;
  private static final int HEAD_BYTES = 54;
  private static final int HHEA_BYTES = 36;
  private static final int MAXP_BYTES = 32;
  private static final int MAXP_BYTES_BEFORE_VERSION_1 = 6;

  private final byte[] input;
  private final int tableCount;

  private boolean maxpWhole;
  private boolean headWhole;
  private boolean hheaWhole;
  private boolean hmtxWhole;
  private boolean locaWhole;
  private long cmap = -1;
  private long head = -1;
  private long name = -1;
  private long hmtx = -1;
  private long loca = -1;
  private long glyf = -1;
  private long glyfEnd = -1;
  private int longMetrics;
  private int numGlyphs;
  private int depthMax;
  private boolean longOffsets;

  private int components;
  private int points;
  private Shape shape = Shape.SIMPLE;

  /** What a glyph is made of; of several that hold, the last one counts. */
  enum Shape {
    /** Points of its own, or none. */
    SIMPLE,
    /** Other glyphs, moved at most. */
    COMPOSITE,
    /** Other glyphs, some of them scaled or turned. */
    TRANSFORMED,
    /**
     * Other glyphs, and somewhere the left side bearing is not the left end of the bounding box.
     */
    SHIFTED,
    /** Other glyphs, moved by an offset that is scaled as they are. */
    SCALED_OFFSET,
    /** Other glyphs, placed by a point of theirs on a point of the whole. */
    ANCHORED
  }

  /** Looks at the tables of a font that has a whole directory. */
  Preflight(byte[] input) {
    this.input = input;
    this.tableCount = u16(4);
  }

  /**
   * Whether this is a TrueType font by its first four bytes: version 1.0, or Apple's {@code true}.
   */
  static boolean isTrueType(byte[] input) {
    if (input.length < 4) {
      return true; // too short to say: a matter for the directory
    }
    int version = ByteBuffer.wrap(input).getInt();
    return version == 0x0001_0000 || version == 0x7472_7565;
  }

  /** Why nothing but the directory is asked for; null if more is. */
  @Nullable String directoryBar() {
    return hasDuplicateTags() ? "duplicate_tags" : hasTableAtZero() ? "zero_offset" : null;
  }

  /** Whether a table starts where the file does: for the port there is no such table. */
  private boolean hasTableAtZero() {
    for (int i = 0; i < tableCount; i++) {
      if (u32(HEADER_BYTES + RECORD_BYTES * i + 8) == 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether two tables have the same tag, so that it is anyone's guess which is meant. */
  private boolean hasDuplicateTags() {
    int[] tags = new int[tableCount];
    boolean ascending = true;
    for (int i = 0; i < tableCount; i++) {
      tags[i] = (int) u32(HEADER_BYTES + RECORD_BYTES * i);
      ascending &= i == 0 || Integer.compareUnsigned(tags[i - 1], tags[i]) < 0;
    }
    if (ascending) {
      return false;
    }
    Arrays.sort(tags);
    for (int i = 1; i < tableCount; i++) {
      if (tags[i - 1] == tags[i]) {
        return true;
      }
    }
    return false;
  }

  /** Finds the tables that others depend on, and whether they are as long as they have to be. */
  void locate() {
    long hhea = -1;
    long maxp = -1;
    long hmtxLength = 0;
    long locaLength = 0;
    for (int i = 0; i < tableCount; i++) {
      int record = HEADER_BYTES + RECORD_BYTES * i;
      long offset = u32(record + 8);
      long length = u32(record + 12);
      if (offset + length > input.length) {
        continue;
      }
      switch ((int) u32(record)) {
        case 0x636D_6170 -> cmap = offset;
        case 0x676C_7966 -> {
          glyf = offset;
          glyfEnd = offset + length;
        }
        case 0x6865_6164 -> {
          head = offset;
          headWhole = length >= HEAD_BYTES;
        }
        case 0x6868_6561 -> {
          hhea = offset;
          hheaWhole = length >= HHEA_BYTES;
        }
        case 0x686D_7478 -> {
          hmtx = offset;
          hmtxLength = length;
        }
        case 0x6C6F_6361 -> {
          loca = offset;
          locaLength = length;
        }
        case 0x6E61_6D65 -> name = offset;
        case 0x6D61_7870 -> {
          maxp = offset;
          maxpWhole =
              length >= MAXP_BYTES
                  || (length >= MAXP_BYTES_BEFORE_VERSION_1 && u32(offset) < 0x0001_0000);
        }
        default -> {}
      }
    }
    if (maxpWhole) {
      numGlyphs = u16(maxp + 4);
      depthMax = u32(maxp) < 0x0001_0000 ? 0 : Math.max(1, u16(maxp + 30));
    }
    if (headWhole) {
      int format = u16(head + 50);
      longOffsets = format == 1;
      locaWhole =
          maxpWhole
              && format <= 1
              && locaLength % (longOffsets ? 4 : 2) == 0
              && locaLength >= (numGlyphs + 1L) * (longOffsets ? 4 : 2);
    }
    if (hheaWhole) {
      longMetrics = u16(hhea + 34);
      hmtxWhole =
          maxpWhole
              && longMetrics > 0
              && hmtxLength >= 4L * longMetrics + 2L * Math.max(0, numGlyphs - longMetrics);
    }
  }

  /**
   * Whether a date of {@code head} is one that FontBox can hold in milliseconds.
   *
   * @param at where it stands in the table
   */
  boolean hasDate(int at) {
    long seconds = (u32(head + at) << 32) | u32(head + at + 4);
    return headWhole && seconds >= -SECONDS_MAX && seconds <= SECONDS_MAX;
  }

  /** Whether the texts of {@code name} start right behind its records, as they nearly always do. */
  boolean hasUsualNameStorage() {
    return name < 0 || u16(name + 4) == 6 + 12 * u16(name + 2);
  }

  /** Why {@code hmtx} is not asked for; null if it is. */
  @Nullable String metricsBar() {
    return !maxpWhole ? "needs_maxp" : !hheaWhole ? "needs_hhea" : null;
  }

  /** Whether {@code hmtx} holds all that {@code hhea} and {@code maxp} say it holds. */
  boolean hasWholeMetrics() {
    return hmtxWhole;
  }

  /** Why {@code loca} is not asked for; null if it is. */
  @Nullable String locationsBar() {
    return !maxpWhole ? "needs_maxp" : !headWhole ? "needs_head" : null;
  }

  /** Why {@code cmap} is not asked for; null if it is. */
  @Nullable String characterMapsBar() {
    return !maxpWhole ? "needs_maxp" : codePoints() > CODE_POINTS_MAX ? "too_large" : null;
  }

  /** Why no glyph is asked for; null if they are. */
  @Nullable String glyphsBar() {
    if (!maxpWhole) {
      return "needs_maxp";
    }
    if (!headWhole) {
      return "needs_head";
    }
    if (!hmtxWhole) {
      return "needs_hmtx";
    }
    return locaWhole ? null : "needs_loca";
  }

  /**
   * Why a glyph's outline is not asked for, given that {@link #glyphsBar} is null; null if it is.
   */
  @Nullable String glyphBar(int glyph) {
    components = 0;
    points = 0;
    shape = Shape.SIMPLE;
    return walk(glyph, 0) ? null : "too_complex";
  }

  /** What the glyph of the last {@link #glyphBar} is made of. */
  Shape shape() {
    return shape;
  }

  /**
   * Follows the components of a glyph as deep as {@code maxp} allows; false once it is too much.
   */
  private boolean walk(int glyph, int depth) {
    if (depth > depthMax || glyph >= numGlyphs) {
      return true;
    }
    if (++components > COMPONENTS_MAX || depth > DEPTH_MAX) {
      return false;
    }
    long at = glyf + offsetOf(glyph);
    if (at == glyf + offsetOf(glyph + 1) || at + 10 > glyfEnd) {
      return true;
    }
    int contours = (short) u16(at);
    if ((depth > 0 || contours < 0) && u16(at + 2) != leftSideBearing(glyph)) {
      atLeast(Shape.SHIFTED);
    }
    if (contours >= 0) {
      points += contours == 0 ? 0 : u16(at + 10 + 2L * (contours - 1)) + 1;
      return points <= POINTS_MAX;
    }
    atLeast(Shape.COMPOSITE);
    long component = at + 10;
    while (true) {
      int flags = u16(component);
      int child = u16(component + 2);
      if (flags < 0 || child < 0) {
        return true;
      }
      if (!walk(child, depth + 1)) {
        return false;
      }
      component += 4 + ((flags & 1) != 0 ? 4 : 2);
      component += (flags & 0x8) != 0 ? 2 : (flags & 0x40) != 0 ? 4 : (flags & 0x80) != 0 ? 8 : 0;
      if ((flags & 0x2) == 0) {
        atLeast(Shape.ANCHORED);
      }
      if ((flags & 0xC8) != 0) {
        atLeast((flags & 0x1800) == 0x800 ? Shape.SCALED_OFFSET : Shape.TRANSFORMED);
      }
      if ((flags & 0x20) == 0) {
        return true;
      }
    }
  }

  private void atLeast(Shape other) {
    if (other.compareTo(shape) > 0) {
      shape = other;
    }
  }

  private int leftSideBearing(int glyph) {
    return glyph < longMetrics
        ? u16(hmtx + 4L * glyph + 2)
        : u16(hmtx + 4L * longMetrics + 2L * (glyph - longMetrics));
  }

  private long offsetOf(int glyph) {
    return longOffsets ? u32(loca + 4L * glyph) : 2L * u16(loca + 2L * glyph);
  }

  /**
   * How many code points the subtables of {@code cmap} cover in all, as far as they can be read.
   */
  private long codePoints() {
    if (cmap < 0) {
      return 0;
    }
    long count = 0;
    int subtables = u16(cmap + 2);
    for (int i = 0; i < subtables && count <= CODE_POINTS_MAX; i++) {
      long offset = u32(cmap + 4 + 8L * i + 4);
      if (offset >= 0) {
        count += codePointsOf(cmap + offset);
      }
    }
    return count;
  }

  private long codePointsOf(long subtable) {
    return switch (u16(subtable)) {
      case 2 -> inSubheaders(subtable);
      case 4 -> inSegments(subtable);
      case 8 -> inGroups(subtable + 12 + 8192, Long.MAX_VALUE);
      case 12 -> inGroups(subtable + 12, numGlyphs);
      case 13 -> inGroups(subtable + 12, Long.MAX_VALUE);
      default -> 0;
    };
  }

  private long inSubheaders(long subtable) {
    int last = 0;
    for (int i = 0; i < 256; i++) {
      last = Math.max(last, u16(subtable + 6 + 2L * i) / 8);
    }
    long count = 0;
    for (int i = 0; i <= last; i++) {
      count += Math.max(0, u16(subtable + 518 + 8L * i + 2));
    }
    return count;
  }

  private long inSegments(long subtable) {
    int segments = u16(subtable + 6) / 2;
    long ends = subtable + 14;
    long starts = ends + 2L * segments + 2;
    long count = 0;
    for (int i = 0; i < segments && starts + 2L * i + 2 <= input.length; i++) {
      int end = u16(ends + 2L * i);
      int start = u16(starts + 2L * i);
      if (start != 0xFFFF && end != 0xFFFF) {
        count += Math.max(0, end - start + 1);
      }
    }
    return count;
  }

  private long inGroups(long at, long most) {
    long groups = u32(at);
    long count = 0;
    for (long i = 0; i < groups && at + 4 + 12 * i + 8 <= input.length; i++) {
      long start = u32(at + 4 + 12 * i);
      long end = u32(at + 8 + 12 * i);
      count += Math.clamp(end - start + 1, 0, most);
      if (count > CODE_POINTS_MAX) {
        break;
      }
    }
    return count;
  }

  /** The number at a place of the input, -1 where the input ends before it. */
  private int u16(long at) {
    return at + 2 > input.length
        ? -1
        : ((input[(int) at] & 0xFF) << 8) | (input[(int) at + 1] & 0xFF);
  }

  private long u32(long at) {
    return at + 4 > input.length ? -1 : ((long) u16(at) << 16) | u16(at + 2);
  }
}
