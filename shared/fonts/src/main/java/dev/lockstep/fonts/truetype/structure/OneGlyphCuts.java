package dev.lockstep.fonts.truetype.structure;

import static dev.lockstep.fonts.truetype.structure.Bytes.put16;
import static dev.lockstep.fonts.truetype.structure.Bytes.u16;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Makes one glyph smaller: without a component, its instructions, a contour or a point. */
final class OneGlyphCuts {
  private static final int HEADER_BYTES = 10;
  private static final int POINTS_MAX = 32;

  private static final int X_SHORT = 0x02;
  private static final int Y_SHORT = 0x04;
  private static final int REPEAT = 0x08;
  private static final int X_SAME = 0x10;
  private static final int Y_SAME = 0x20;

  private OneGlyphCuts() {}

  static List<byte[]> of(byte[] glyph) {
    int contours = (short) u16(glyph, 0);
    if (contours < 0) {
      return withoutComponents(glyph);
    }
    List<byte[]> smaller = new ArrayList<>();
    int instructionsAt = HEADER_BYTES + 2 * contours;
    int instructions = u16(glyph, instructionsAt);
    if (instructions > 0) {
      byte[] without =
          Bytes.without(glyph, instructionsAt + 2L, instructionsAt + 2L + instructions);
      put16(without, instructionsAt, 0);
      smaller.add(without);
    }
    List<Point> points = points(glyph, contours, instructionsAt + 2 + instructions);
    int start = 0;
    for (int i = 0; i < contours && !points.isEmpty(); i++) {
      int end = u16(glyph, HEADER_BYTES + 2 * i) + 1;
      if (end > start && end <= points.size()) {
        smaller.add(without(glyph, points, i, start, end));
        for (int j = start; j < Math.min(end, POINTS_MAX); j++) {
          smaller.add(without(glyph, points, -1, j, j + 1));
        }
      }
      start = end;
    }
    return smaller;
  }

  private static List<byte[]> withoutComponents(byte[] glyph) {
    List<byte[]> smaller = new ArrayList<>();
    List<Component> components = Component.of(glyph);
    for (int i = 0; i < components.size() && components.size() > 1; i++) {
      byte[] without = glyph.clone();
      if (i == components.size() - 1) {
        int before = components.get(i - 1).start();
        put16(without, before, u16(without, before) & ~Component.MORE);
      }
      smaller.add(Bytes.without(without, components.get(i).start(), components.get(i).end()));
    }
    return smaller;
  }

  /**
   * A point as it is written.
   *
   * @param flag without the bit for more of the same
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Point(int flag, byte[] x, byte[] y) {}

  /** Those of a glyph; none if they are not all there. */
  private static List<Point> points(byte[] glyph, int contours, int start) {
    int count = contours == 0 ? 0 : u16(glyph, HEADER_BYTES + 2 * (contours - 1)) + 1;
    if (count > glyph.length * 0x100 || HEADER_BYTES + 2 * contours > glyph.length) {
      return List.of();
    }
    int at = start;
    List<Integer> flags = new ArrayList<>();
    while (flags.size() < count) {
      boolean repeated = at < glyph.length && (glyph[at] & REPEAT) != 0;
      if (at + (repeated ? 1 : 0) >= glyph.length) {
        return List.of();
      }
      int flag = glyph[at++] & 0xFF;
      int times = 1 + (repeated ? glyph[at++] & 0xFF : 0);
      for (int i = 0; i < times; i++) {
        flags.add(flag & ~REPEAT);
      }
    }
    List<byte[]> xs = new ArrayList<>();
    List<byte[]> ys = new ArrayList<>();
    for (int flag : flags) {
      int width = width(flag, X_SHORT, X_SAME);
      xs.add(
          Arrays.copyOfRange(
              glyph, Math.min(at, glyph.length), Math.min(at, glyph.length) + width));
      at += width;
    }
    for (int flag : flags) {
      int width = width(flag, Y_SHORT, Y_SAME);
      ys.add(
          Arrays.copyOfRange(
              glyph, Math.min(at, glyph.length), Math.min(at, glyph.length) + width));
      at += width;
    }
    if (at > glyph.length || flags.size() != count) {
      return List.of();
    }
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      points.add(new Point(flags.get(i), xs.get(i), ys.get(i)));
    }
    return points;
  }

  private static int width(int flag, int isShort, int same) {
    if ((flag & isShort) != 0) {
      return 1;
    }
    return (flag & same) != 0 ? 0 : 2;
  }

  /**
   * Without some points.
   *
   * @param contour which goes with them; none if negative
   */
  private static byte[] without(byte[] glyph, List<Point> points, int contour, int start, int end) {
    int contours = u16(glyph, 0);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] header = Arrays.copyOf(glyph, HEADER_BYTES);
    put16(header, 0, contour < 0 ? contours : contours - 1);
    out.writeBytes(header);
    for (int i = 0; i < contours; i++) {
      int last = u16(glyph, HEADER_BYTES + 2 * i);
      if (i != contour) {
        int now = last >= end - 1 ? last - (end - start) : last;
        out.write(now >> 8);
        out.write(now);
      }
    }
    int instructionsAt = HEADER_BYTES + 2 * contours;
    int instructionsEnd = instructionsAt + 2 + u16(glyph, instructionsAt);
    out.write(glyph, instructionsAt, instructionsEnd - instructionsAt);
    List<Point> kept = new ArrayList<>(points.subList(0, start));
    kept.addAll(points.subList(end, points.size()));
    writeFlags(kept, out);
    kept.forEach(point -> out.writeBytes(point.x));
    kept.forEach(point -> out.writeBytes(point.y));
    return out.toByteArray();
  }

  private static void writeFlags(List<Point> points, ByteArrayOutputStream out) {
    for (int i = 0; i < points.size(); ) {
      int flag = points.get(i).flag;
      int end = i + 1;
      while (end < points.size() && points.get(end).flag == flag && end - i <= 0xFF) {
        end++;
      }
      int repeats = end - i - 1;
      if (repeats > 1) {
        out.write(flag | REPEAT);
        out.write(repeats);
      } else {
        for (int j = i; j < end; j++) {
          out.write(flag);
        }
      }
      i = end;
    }
  }
}
