package dev.lockstep.fonts;

import java.awt.geom.GeneralPath;
import java.awt.geom.PathIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Turns an outline as drawn back into the points of its contours: the one form that both sides
 * reach exactly.
 *
 * <p>The rules, the same as in {@code shared/fonts/rust/src/outline.rs}:
 *
 * <ol>
 *   <li>Coordinates are rounded to whole numbers, halves upwards: of font units, or of the parts of
 *       them that are counted in.
 *   <li>A contour starts where the library starts to draw it. One that is not closed counts as
 *       closed, since filling closes it.
 *   <li>Points at its end that lie on the start are left out: closing is implied, and one side
 *       draws it.
 *   <li>Of quadratic curves, a point on the curve is left out if it lies within half a unit of the
 *       middle between neighbours that are both off the curve: TrueType implies it, and one side
 *       rounds it to whole units.
 *   <li>A contour of a single point draws nothing and is left out.
 * </ol>
 *
 * <p>Libraries that start to draw in different places are compared {@linkplain #fromAnywhere() from
 * anywhere}.
 */
public final class OutlineNormaliser {
  private static final int SEGMENT_COORDINATES_MAX = 6;

  private final boolean cubic;
  private final int grain;
  private final boolean anywhere;
  private final List<Contour> contours = new ArrayList<>();
  private int[] xs = new int[32];
  private int[] ys = new int[32];
  private boolean[] on = new boolean[32];
  private int count;

  private OutlineNormaliser(boolean cubic, int grain, boolean anywhere) {
    this.cubic = cubic;
    this.grain = grain;
    this.anywhere = anywhere;
  }

  /** For the quadratic curves of TrueType, in whole font units. */
  public static OutlineNormaliser quadratic() {
    return new OutlineNormaliser(false, 1, false);
  }

  /**
   * For the cubic curves of PostScript.
   *
   * @param grain how many parts of a font unit are counted: 1 for whole units
   */
  public static OutlineNormaliser cubic(int grain) {
    return new OutlineNormaliser(true, grain, false);
  }

  /**
   * The same without the second rule and the third: wherever a library starts, points on the curve
   * that repeat the one before are left out, and a contour starts where it reads smallest, by x,
   * then y, then off before on.
   */
  public OutlineNormaliser fromAnywhere() {
    return new OutlineNormaliser(cubic, grain, true);
  }

  /**
   * The contours of a path in font units.
   *
   * @throws IllegalStateException for a curve of the other kind: a fault of the adapter
   */
  public List<Contour> contours(GeneralPath path) {
    contours.clear();
    count = 0;
    float[] at = new float[SEGMENT_COORDINATES_MAX];
    for (PathIterator it = path.getPathIterator(null); !it.isDone(); it.next()) {
      switch (it.currentSegment(at)) {
        case PathIterator.SEG_MOVETO -> {
          close();
          add(at[0], at[1], true);
        }
        case PathIterator.SEG_LINETO -> add(at[0], at[1], true);
        case PathIterator.SEG_QUADTO -> {
          expect(!cubic);
          add(at[0], at[1], false);
          add(at[2], at[3], true);
        }
        case PathIterator.SEG_CUBICTO -> {
          expect(cubic);
          add(at[0], at[1], false);
          add(at[2], at[3], false);
          add(at[4], at[5], true);
        }
        case PathIterator.SEG_CLOSE -> close();
        default -> throw new IllegalStateException("a path has no other segments");
      }
    }
    close();
    return List.copyOf(contours);
  }

  /**
   * All contours as one text, {@code 0,0 ~10,20 30,0; 5,5 …}, where {@code ~} marks a point off the
   * curve.
   */
  public static String text(List<Contour> contours) {
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

  private void expect(boolean kind) {
    if (!kind) {
      throw new IllegalStateException(
          cubic ? "PostScript has no quadratic curves" : "TrueType has no cubic curves");
    }
  }

  private void add(float x, float y, boolean onCurve) {
    if (count == xs.length) {
      xs = Arrays.copyOf(xs, 2 * count);
      ys = Arrays.copyOf(ys, 2 * count);
      on = Arrays.copyOf(on, 2 * count);
    }
    xs[count] = whole(x);
    ys[count] = whole(y);
    on[count] = onCurve;
    count++;
  }

  private int whole(float coordinate) {
    return (int) Math.floor((double) coordinate * grain + 0.5);
  }

  private void close() {
    while (count > 1 && on[count - 1] && xs[count - 1] == xs[0] && ys[count - 1] == ys[0]) {
      count--;
    }
    if (anywhere) {
      keep(i -> !repeats(i));
    }
    if (!cubic) {
      keep(i -> !isImplied(i));
    }
    if (count > 1) {
      int start = anywhere ? smallestStart() : 0;
      contours.add(new Contour(from(xs, start), from(ys, start), from(on, start)));
    }
    count = 0;
  }

  /** Leaves out the points of which {@code kept} does not hold. */
  private void keep(IntPredicate kept) {
    boolean[] keeps = new boolean[count];
    for (int i = 0; i < count; i++) {
      keeps[i] = kept.test(i);
    }
    int left = 0;
    for (int i = 0; i < count; i++) {
      if (keeps[i]) {
        xs[left] = xs[i];
        ys[left] = ys[i];
        on[left] = on[i];
        left++;
      }
    }
    count = left;
  }

  private boolean repeats(int i) {
    int before = i == 0 ? count - 1 : i - 1;
    return on[i] && on[before] && xs[i] == xs[before] && ys[i] == ys[before];
  }

  private int smallestStart() {
    int smallest = 0;
    for (int start = 1; start < count; start++) {
      int order = 0;
      for (int i = 0; i < count && order == 0; i++) {
        order = compare((start + i) % count, (smallest + i) % count);
      }
      if (order < 0) {
        smallest = start;
      }
    }
    return smallest;
  }

  private int compare(int one, int other) {
    int x = Integer.compare(xs[one], xs[other]);
    int y = x == 0 ? Integer.compare(ys[one], ys[other]) : x;
    return y == 0 ? Boolean.compare(on[one], on[other]) : y;
  }

  private int[] from(int[] numbers, int start) {
    int[] turned = new int[count];
    System.arraycopy(numbers, start, turned, 0, count - start);
    System.arraycopy(numbers, 0, turned, count - start, start);
    return turned;
  }

  private boolean[] from(boolean[] flags, int start) {
    boolean[] turned = new boolean[count];
    System.arraycopy(flags, start, turned, 0, count - start);
    System.arraycopy(flags, 0, turned, count - start, start);
    return turned;
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
