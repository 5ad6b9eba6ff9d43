package dev.lockstep.targets.cff;

import java.awt.geom.GeneralPath;
import java.awt.geom.PathIterator;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns an outline of lines and cubic curves as drawn into contours that both sides reach.
 *
 * <p>The rules, the same as in the port's adapter ({@code outline.rs}): a contour starts where the
 * library starts to draw it; lines at its end that lead to a point on the start are left out, since
 * closing is implied; a contour in which nothing is drawn is left out.
 */
final class CubicOutline {
  /**
   * One closed contour.
   *
   * @param kinds a letter for each operation: M, L or C
   * @param points the points of each operation in turn, x and y, in font units
   */
  @SuppressWarnings("ArrayRecordComponent") // written, never compared
  record Contour(String kinds, double[] points) {}

  private final List<Contour> contours = new ArrayList<>();
  private final StringBuilder kinds = new StringBuilder();
  private final List<Float> points = new ArrayList<>();

  private CubicOutline() {}

  static List<Contour> of(GeneralPath path) {
    CubicOutline outline = new CubicOutline();
    float[] at = new float[6];
    for (PathIterator it = path.getPathIterator(null); !it.isDone(); it.next()) {
      switch (it.currentSegment(at)) {
        case PathIterator.SEG_MOVETO -> {
          outline.close();
          outline.add('M', at, 2);
        }
        case PathIterator.SEG_LINETO -> outline.add('L', at, 2);
        case PathIterator.SEG_CUBICTO -> outline.add('C', at, 6);
        case PathIterator.SEG_CLOSE -> {}
        default -> throw new IllegalStateException("charstrings have no quadratic curves");
      }
    }
    outline.close();
    return outline.contours;
  }

  /** All contours as one text. */
  static String text(List<Contour> contours) {
    StringBuilder text = new StringBuilder();
    for (Contour contour : contours) {
      int at = 0;
      for (char kind : contour.kinds().toCharArray()) {
        text.append(kind);
        for (int i = kind == 'C' ? 6 : 2; i > 0; i--) {
          text.append(Math.round(contour.points()[at++] * 65536)).append(' ');
        }
      }
    }
    return text.toString();
  }

  private void add(char kind, float[] at, int numbers) {
    kinds.append(kind);
    for (int i = 0; i < numbers; i++) {
      points.add(at[i] + 0.0f); // no negative zero
    }
  }

  private void close() {
    while (kinds.length() > 1
        && kinds.charAt(kinds.length() - 1) == 'L'
        && points.get(points.size() - 2).equals(points.get(0))
        && points.get(points.size() - 1).equals(points.get(1))) {
      kinds.setLength(kinds.length() - 1);
      points.removeLast();
      points.removeLast();
    }
    if (kinds.length() > 1) {
      contours.add(
          new Contour(kinds.toString(), points.stream().mapToDouble(Float::doubleValue).toArray()));
    }
    kinds.setLength(0);
    points.clear();
  }
}
