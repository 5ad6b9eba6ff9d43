package dev.lockstep.targets.truetype;

import dev.lockstep.targets.truetype.Observation.Contour;
import java.awt.geom.GeneralPath;
import java.awt.geom.PathIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Turns an outline as drawn back into the points of its contours: the one form that both sides
 * reach exactly.
 *
 * <p>The rules, the same as in the port's adapter:
 *
 * <ol>
 *   <li>A contour starts where the library starts to draw it.
 *   <li>Points at its end that lie on the start are left out: closing is implied, and one side
 *       draws it.
 *   <li>A point on the curve is left out if it lies within half a font unit of the middle between
 *       neighbours that are both off the curve: TrueType implies it, and one side rounds it to
 *       whole units.
 *   <li>A contour of a single point draws nothing and is left out.
 * </ol>
 *
 * <p>What is left has whole coordinates.
 */
final class OutlineNormaliser {
  private static final int SEGMENT_COORDINATES_MAX = 6;

  private final List<Contour> contours = new ArrayList<>();
  private int[] xs = new int[32];
  private int[] ys = new int[32];
  private boolean[] on = new boolean[32];
  private int count;

  /** The contours of a path in font units. */
  List<Contour> contours(GeneralPath path) {
    contours.clear();
    count = 0;
    float[] at = new float[SEGMENT_COORDINATES_MAX];
    for (PathIterator it = path.getPathIterator(null); !it.isDone(); it.next()) {
      switch (it.currentSegment(at)) {
        case PathIterator.SEG_MOVETO, PathIterator.SEG_LINETO -> add(at[0], at[1], true);
        case PathIterator.SEG_QUADTO -> {
          add(at[0], at[1], false);
          add(at[2], at[3], true);
        }
        case PathIterator.SEG_CLOSE -> close();
        default -> throw new IllegalStateException("TrueType has no cubic curves");
      }
    }
    return List.copyOf(contours);
  }

  /**
   * All contours as one text, {@code 0,0 ~10,20 30,0; 5,5 …}, where {@code ~} marks a point off the
   * curve.
   */
  static String text(List<Contour> contours) {
    StringBuilder text = new StringBuilder();
    for (Contour contour : contours) {
      text.append(text.isEmpty() ? "" : "; ");
      for (int i = 0; i < contour.x().length; i++) {
        text.append(i == 0 ? "" : " ").append(contour.on()[i] ? "" : "~");
        text.append(contour.x()[i]).append(',').append(contour.y()[i]);
      }
    }
    return text.toString();
  }

  private void add(float x, float y, boolean onCurve) {
    if (count == xs.length) {
      xs = Arrays.copyOf(xs, 2 * count);
      ys = Arrays.copyOf(ys, 2 * count);
      on = Arrays.copyOf(on, 2 * count);
    }
    xs[count] = (int) x;
    ys[count] = (int) y;
    on[count] = onCurve;
    count++;
  }

  private void close() {
    while (count > 1 && on[count - 1] && xs[count - 1] == xs[0] && ys[count - 1] == ys[0]) {
      count--;
    }
    int kept = 0;
    int[] x = new int[count];
    int[] y = new int[count];
    boolean[] curve = new boolean[count];
    for (int i = 0; i < count; i++) {
      if (!isImplied(i)) {
        x[kept] = xs[i];
        y[kept] = ys[i];
        curve[kept] = on[i];
        kept++;
      }
    }
    if (kept == count && kept > 1) {
      contours.add(new Contour(x, y, curve));
    } else if (kept > 1) {
      contours.add(
          new Contour(Arrays.copyOf(x, kept), Arrays.copyOf(y, kept), Arrays.copyOf(curve, kept)));
    }
    count = 0;
  }

  private boolean isImplied(int i) {
    int before = i == 0 ? count - 1 : i - 1;
    int after = i == count - 1 ? 0 : i + 1;
    return on[i]
        && !on[before]
        && !on[after]
        && Math.abs(2 * xs[i] - xs[before] - xs[after]) <= 1
        && Math.abs(2 * ys[i] - ys[before] - ys[after]) <= 1;
  }
}
