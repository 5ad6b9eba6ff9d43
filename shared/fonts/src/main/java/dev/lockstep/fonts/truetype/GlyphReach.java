package dev.lockstep.fonts.truetype;

import org.jspecify.annotations.Nullable;

/**
 * Follows a glyph and its components through the bytes: what they are made of, how much work they
 * are, and how far out their points may lie.
 */
final class GlyphReach {
  static final int COMPONENTS_MAX = 64;
  static final int DEPTH_MAX = 6;
  static final int POINTS_MAX = 1024;

  /** Coordinates have 16 bits. */
  static final int REACH_MAX = 32767;

  private static final double BARRED = -1;

  private static final int ON_X_SHORT = 0x02;
  private static final int ON_Y_SHORT = 0x04;
  private static final int REPEAT = 0x08;
  private static final int X_SAME_OR_POSITIVE = 0x10;
  private static final int Y_SAME_OR_POSITIVE = 0x20;

  private static final int WORDS = 0x0001;
  private static final int XY_VALUES = 0x0002;
  private static final int SCALE = 0x0008;
  private static final int MORE_COMPONENTS = 0x0020;
  private static final int INSTRUCTIONS = 0x0100;
  private static final int SCALE_XY = 0x0040;
  private static final int MATRIX = 0x0080;
  private static final int SCALED_OFFSET = 0x0800;
  private static final int UNSCALED_OFFSET = 0x1000;

  /** In OpenType 1.9.1; a newer edition has a meaning for it. */
  private static final int RESERVED_FLAG = 0x2000;

  private static final int RESERVED_POINT_FLAG = 0x80;
  private static final double ONE = 0x4000;

  /**
   * What the glyphs of a font hang on.
   *
   * @param depthMax how deep components may nest
   * @param glyfEnd where {@code glyf} ends
   * @param reservedBits what becomes of glyphs that have some
   */
  record Tables(
      int numGlyphs,
      int depthMax,
      boolean longOffsets,
      long loca,
      long glyf,
      long glyfEnd,
      long hmtx,
      int longMetrics,
      ReservedBits reservedBits) {}

  private final Numbers numbers;
  private final Tables tables;
  private final byte[] flags = new byte[POINTS_MAX];
  private int components;
  private int points;
  private Shape shape = Shape.SIMPLE;
  private @Nullable String bar;
  private double farthest;
  private long afterAxis;

  GlyphReach(Numbers numbers, Tables tables) {
    this.numbers = numbers;
    this.tables = tables;
  }

  /** Why a glyph's outline is not asked for; null if it is. */
  @Nullable String bar(int glyph) {
    components = 0;
    points = 0;
    shape = Shape.SIMPLE;
    farthest = 0;
    bar = null;
    double reach = reach(glyph, 0);
    return reach < 0 ? bar : farthest > REACH_MAX ? "out_of_range" : null;
  }

  /** What the glyph of the last {@link #bar} is made of. */
  Shape shape() {
    return shape;
  }

  /**
   * Follows the components of a glyph.
   *
   * @return how far from zero its coordinates may lie, in font units, at most; {@link #BARRED} once
   *     it is clear that it is not asked for
   */
  private double reach(int glyph, int depth) {
    if (glyph >= tables.numGlyphs) {
      return illFormed();
    }
    if (depth > tables.depthMax) {
      return barred("too_deep");
    }
    if (++components > COMPONENTS_MAX || depth > DEPTH_MAX) {
      return barred("too_complex");
    }
    long at = tables.glyf + offsetOf(glyph);
    long end = tables.glyf + offsetOf(glyph + 1);
    if (at == end) {
      if (depth > 0 && leftSideBearing(glyph) != 0) {
        shape = shape.and(Shape.SHIFTED); // if the whole takes its metrics from it
      }
      return 0;
    }
    if (at + 10 > end || end > tables.glyfEnd) {
      return illFormed();
    }
    int contours = numbers.i16(at);
    int shift = numbers.i16(at + 2) - leftSideBearing(glyph);
    if ((depth > 0 || contours < 0) && shift != 0) {
      shape = shape.and(Shape.SHIFTED);
    } else if (contours > 0 && shift != 0) {
      shape = shape.and(Shape.MOVED);
    }
    double reach =
        contours < 0 ? ofComponents(at + 10, end, depth) : ofPoints(at + 10, end, contours);
    if (reach < 0) {
      return reach;
    }
    farthest = Math.max(farthest, reach + Math.abs(shift));
    return reach + Math.abs(shift);
  }

  private double ofComponents(long start, long end, int depth) {
    shape = shape.and(Shape.COMPOSITE);
    long at = start;
    double most = 0;
    int flags;
    do {
      if (at + 4 > end) {
        return illFormed();
      }
      flags = numbers.u16(at);
      int child = numbers.u16(at + 2);
      int bytes = 4 + ((flags & WORDS) != 0 ? 4 : 2) + 2 * factors(flags);
      if ((flags & RESERVED_FLAG) != 0 && tables.reservedBits == ReservedBits.BARRED) {
        return barred("reserved_bits");
      }
      if (at + bytes > end) {
        return illFormed();
      }
      double reach = reach(child, depth + 1);
      if (reach < 0) {
        return reach;
      }
      int offset;
      if ((flags & WORDS) != 0) {
        offset = Math.max(Math.abs(numbers.i16(at + 4)), Math.abs(numbers.i16(at + 6)));
        at += 8;
      } else {
        offset = Math.max(Math.abs((byte) numbers.u8(at + 4)), Math.abs((byte) numbers.u8(at + 5)));
        at += 6;
      }
      int factors = factors(flags);
      double scale = factors == 0 ? 1 : 0;
      for (int i = 0; i < factors; i++) {
        scale += Math.abs(numbers.i16(at)) / ONE;
        at += 2;
      }
      if ((flags & XY_VALUES) == 0) {
        shape = shape.and(Shape.ANCHORED);
        most += scale * reach;
      } else {
        if (factors > 0) {
          boolean scaled = (flags & (SCALED_OFFSET | UNSCALED_OFFSET)) == SCALED_OFFSET;
          shape = shape.and(scaled ? Shape.SCALED_OFFSET : Shape.TRANSFORMED);
        }
        most = Math.max(most, scale * reach + Math.max(1, 2 * scale) * offset);
      }
    } while ((flags & MORE_COMPONENTS) != 0);
    boolean cut = (flags & INSTRUCTIONS) != 0 && (at + 2 > end || at + 2 + numbers.u16(at) > end);
    return cut ? illFormed() : most;
  }

  private double illFormed() {
    return barred(Preflight.ILL_FORMED);
  }

  private double barred(String kind) {
    bar = kind;
    return BARRED;
  }

  private static int factors(int flags) {
    if ((flags & SCALE) != 0) {
      return 1;
    }
    if ((flags & SCALE_XY) != 0) {
      return 2;
    }
    return (flags & MATRIX) != 0 ? 4 : 0;
  }

  private double ofPoints(long start, long end, int contours) {
    if (contours == 0) {
      return 0;
    }
    if (!hasContours(start, end, contours)) {
      return illFormed();
    }
    int count = numbers.u16(start + 2L * (contours - 1)) + 1;
    points += count;
    if (points > POINTS_MAX) {
      return barred("too_complex");
    }
    long at = start + 2L * contours;
    at += 2 + numbers.u16(at);
    for (int i = 0; i < count; ) {
      if (at + 2 > end && (at + 1 > end || (numbers.u8(at) & REPEAT) != 0)) {
        return illFormed();
      }
      int flag = numbers.u8(at++);
      int next = i + 1 + ((flag & REPEAT) != 0 ? numbers.u8(at++) : 0);
      if ((flag & RESERVED_POINT_FLAG) != 0 && tables.reservedBits == ReservedBits.BARRED) {
        return barred("reserved_bits");
      }
      if (next > count) {
        return illFormed();
      }
      while (i < next) {
        flags[i++] = (byte) flag;
      }
    }
    double x = ofAxis(at, count, ON_X_SHORT, X_SAME_OR_POSITIVE);
    double reach = Math.max(x, ofAxis(afterAxis, count, ON_Y_SHORT, Y_SAME_OR_POSITIVE));
    return afterAxis > end ? illFormed() : reach;
  }

  /** Whether the ends of the contours ascend, and the instructions end before the glyph does. */
  private boolean hasContours(long start, long end, int contours) {
    long at = start + 2L * contours;
    if (at + 2 > end || at + 2 + numbers.u16(at) > end) {
      return false;
    }
    for (int i = 1; i < contours; i++) {
      if (numbers.u16(start + 2L * i) <= numbers.u16(start + 2L * (i - 1))) {
        return false;
      }
    }
    return true;
  }

  /** Adds up one axis; leaves behind where it ended. */
  private double ofAxis(long start, int count, int isShort, int sameOrPositive) {
    long at = start;
    int most = 0;
    int sum = 0;
    for (int i = 0; i < count; i++) {
      boolean positive = (flags[i] & sameOrPositive) != 0;
      if ((flags[i] & isShort) != 0) {
        int delta = Math.max(0, numbers.u8(at++));
        sum += positive ? delta : -delta;
      } else if (!positive) {
        sum += numbers.i16(at);
        at += 2;
      }
      most = Math.max(most, Math.abs(sum));
    }
    afterAxis = at;
    return most;
  }

  private int leftSideBearing(int glyph) {
    int metrics = tables.longMetrics;
    return numbers.i16(
        tables.hmtx + (glyph < metrics ? 4L * glyph + 2 : 4L * metrics + 2L * (glyph - metrics)));
  }

  private long offsetOf(int glyph) {
    return tables.longOffsets
        ? numbers.u32(tables.loca + 4L * glyph)
        : 2L * numbers.u16(tables.loca + 2L * glyph);
  }
}
