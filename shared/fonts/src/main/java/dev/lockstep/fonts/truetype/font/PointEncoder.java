package dev.lockstep.fonts.truetype.font;

import dev.lockstep.fonts.truetype.font.Glyph.Point;
import java.util.ArrayList;
import java.util.List;

/** Writes the flags and coordinates of a simple glyph's points. */
final class PointEncoder {
  private static final int ON_CURVE = 0x01;
  private static final int X_SHORT = 0x02;
  private static final int Y_SHORT = 0x04;
  private static final int REPEAT = 0x08;
  private static final int X_SAME_OR_POSITIVE = 0x10;
  private static final int Y_SAME_OR_POSITIVE = 0x20;
  private static final int REPEATS_MAX = 255;

  private final boolean compact;
  private final List<Integer> flags = new ArrayList<>();
  private final BigEndian xs = new BigEndian();
  private final BigEndian ys = new BigEndian();
  private int x;
  private int y;

  PointEncoder(boolean compact) {
    this.compact = compact;
  }

  void add(Point point) {
    flags.add(
        (point.on() ? ON_CURVE : 0)
            | delta(point.x() - x, xs, X_SHORT, X_SAME_OR_POSITIVE)
            | delta(point.y() - y, ys, Y_SHORT, Y_SAME_OR_POSITIVE));
    x = point.x();
    y = point.y();
  }

  /** Writes one difference, and returns the flags that say how. */
  private int delta(int delta, BigEndian to, int isShort, int sameOrPositive) {
    if (!compact || Math.abs(delta) > 0xFF) {
      to.u16(delta);
      return 0;
    }
    if (delta == 0) {
      return sameOrPositive;
    }
    to.u8(Math.abs(delta));
    return isShort | (delta > 0 ? sameOrPositive : 0);
  }

  void writeTo(BigEndian glyf) {
    for (int i = 0; i < flags.size(); ) {
      int flag = flags.get(i);
      int repeats = 0;
      while (compact
          && repeats < REPEATS_MAX
          && i + repeats + 1 < flags.size()
          && flags.get(i + repeats + 1) == flag) {
        repeats++;
      }
      if (repeats > 1) {
        glyf.u8(flag | REPEAT).u8(repeats);
        i += repeats + 1;
      } else {
        glyf.u8(flag);
        i++;
      }
    }
    glyf.raw(xs.toBytes()).raw(ys.toBytes());
  }
}
