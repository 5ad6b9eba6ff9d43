package dev.lockstep.fonts.truetype.font;

import dev.lockstep.fonts.truetype.font.Glyph.Component;
import dev.lockstep.fonts.truetype.font.Glyph.Composite;
import dev.lockstep.fonts.truetype.font.Glyph.Identity;
import dev.lockstep.fonts.truetype.font.Glyph.Offset;
import dev.lockstep.fonts.truetype.font.Glyph.Point;
import dev.lockstep.fonts.truetype.font.Glyph.Simple;
import dev.lockstep.fonts.truetype.font.Glyph.Transform;
import java.util.ArrayList;
import java.util.List;

/** Shapes that the seeds are made of. */
final class Shapes {
  static final Identity IDENTITY = new Identity();

  private Shapes() {}

  /** A square with its lower left corner at a point. */
  static List<Point> square(int x, int y, int side) {
    return polygon(x, y, x, y + side, x + side, y + side, x + side, y);
  }

  static List<Point> triangle() {
    return polygon(50, 0, 300, 700, 550, 0);
  }

  /** Corners, x and y in turn. */
  static List<Point> polygon(int... coordinates) {
    return points(true, coordinates);
  }

  /** Control points alone: every point on the curve is implied. */
  static List<Point> blob(int... coordinates) {
    return points(false, coordinates);
  }

  /**
   * A contour from text: {@code "0,0 ~10,20 30,0"}, where {@code ~} marks a point off the curve.
   */
  static List<Point> contour(String text) {
    List<Point> points = new ArrayList<>();
    for (String point : text.split(" ", -1)) {
      boolean off = point.startsWith("~");
      String[] xy = point.substring(off ? 1 : 0).split(",", -1);
      points.add(new Point(Integer.parseInt(xy[0]), Integer.parseInt(xy[1]), !off));
    }
    return points;
  }

  static Simple simple(List<Point> contour) {
    return new Simple(List.of(contour), true);
  }

  static Simple simple(List<Point> one, List<Point> other) {
    return new Simple(List.of(one, other), true);
  }

  static Simple box() {
    return simple(square(50, 0, 500));
  }

  static Component moved(int glyph, int x, int y) {
    return new Component(glyph, new Offset(x, y), IDENTITY, 0);
  }

  static Component transformed(int glyph, int x, int y, Transform by) {
    return new Component(glyph, new Offset(x, y), by, 0);
  }

  static Composite composite(Component... components) {
    return new Composite(List.of(components));
  }

  private static List<Point> points(boolean on, int... coordinates) {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < coordinates.length; i += 2) {
      points.add(new Point(coordinates[i], coordinates[i + 1], on));
    }
    return points;
  }
}
