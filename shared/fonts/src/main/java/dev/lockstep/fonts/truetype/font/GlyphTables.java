package dev.lockstep.fonts.truetype.font;

import dev.lockstep.fonts.truetype.font.Glyph.Anchors;
import dev.lockstep.fonts.truetype.font.Glyph.Component;
import dev.lockstep.fonts.truetype.font.Glyph.Composite;
import dev.lockstep.fonts.truetype.font.Glyph.Empty;
import dev.lockstep.fonts.truetype.font.Glyph.Identity;
import dev.lockstep.fonts.truetype.font.Glyph.Matrix;
import dev.lockstep.fonts.truetype.font.Glyph.Offset;
import dev.lockstep.fonts.truetype.font.Glyph.Point;
import dev.lockstep.fonts.truetype.font.Glyph.Scale;
import dev.lockstep.fonts.truetype.font.Glyph.ScaleXy;
import dev.lockstep.fonts.truetype.font.Glyph.Simple;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Writes {@code glyf} and {@code loca}, and measures the glyphs for the other tables. */
final class GlyphTables {
  private static final int WORDS = 0x0001;
  private static final int XY_VALUES = 0x0002;
  private static final int HAS_SCALE = 0x0008;
  private static final int MORE_COMPONENTS = 0x0020;
  private static final int HAS_SCALE_XY = 0x0040;
  private static final int HAS_MATRIX = 0x0080;

  /** Components below components are measured this deep: a cycle has to end somewhere. */
  private static final int DEPTH_MAX = 4;

  private final List<Glyph> glyphs;
  private final List<Bounds> bounds = new ArrayList<>();
  private final BigEndian glyf = new BigEndian();
  private final BigEndian loca = new BigEndian();
  private int maxPoints;
  private int maxContours;
  private int maxComponents;

  private GlyphTables(List<Glyph> glyphs) {
    this.glyphs = glyphs;
  }

  static GlyphTables of(List<Glyph> glyphs, boolean longOffsets) {
    GlyphTables tables = new GlyphTables(glyphs);
    for (int i = 0; i < glyphs.size(); i++) {
      tables.locate(longOffsets);
      Bounds box = tables.measure(i, 0);
      tables.bounds.add(box);
      tables.write(glyphs.get(i).shape(), box);
      tables.glyf.align(longOffsets ? 4 : 2);
    }
    tables.locate(longOffsets);
    return tables;
  }

  byte[] glyf() {
    return glyf.toBytes();
  }

  byte[] loca() {
    return loca.toBytes();
  }

  Bounds boundsOf(int glyph) {
    return bounds.get(glyph);
  }

  /** Around all glyphs. */
  Bounds bounds() {
    return IntStream.range(0, glyphs.size())
        .filter(i -> !(glyphs.get(i).shape() instanceof Empty))
        .mapToObj(bounds::get)
        .reduce(Bounds::and)
        .orElse(Bounds.NONE);
  }

  int maxPoints() {
    return maxPoints;
  }

  int maxContours() {
    return maxContours;
  }

  int maxComponents() {
    return maxComponents;
  }

  private void locate(boolean longOffsets) {
    if (longOffsets) {
      loca.u32(glyf.size());
    } else {
      loca.u16(glyf.size() / 2);
    }
  }

  private Bounds measure(int glyph, int depth) {
    List<Point> points = points(glyph, depth);
    return points.stream()
        .map(point -> Bounds.around(point.x(), point.y()))
        .reduce(Bounds::and)
        .orElse(Bounds.NONE);
  }

  private List<Point> points(int glyph, int depth) {
    if (glyph >= glyphs.size() || depth > DEPTH_MAX) {
      return List.of();
    }
    return switch (glyphs.get(glyph).shape()) {
      case Empty _ -> List.of();
      case Simple simple -> simple.contours().stream().flatMap(List::stream).toList();
      case Composite composite -> {
        List<Point> placed = new ArrayList<>();
        for (Component component : composite.components()) {
          List<Point> transformed =
              points(component.glyph(), depth + 1).stream()
                  .map(point -> transform(point, component))
                  .toList();
          placed.addAll(place(transformed, placed, component));
        }
        yield placed;
      }
    };
  }

  private static List<Point> place(List<Point> points, List<Point> before, Component component) {
    int dx = 0;
    int dy = 0;
    switch (component.placement()) {
      case Offset(int x, int y) -> {
        dx = x;
        dy = y;
      }
      case Anchors(int parent, int child) -> {
        if (parent < before.size() && child < points.size()) {
          dx = before.get(parent).x() - points.get(child).x();
          dy = before.get(parent).y() - points.get(child).y();
        }
      }
    }
    int right = dx;
    int up = dy;
    return points.stream().map(p -> new Point(p.x() + right, p.y() + up, p.on())).toList();
  }

  private static Point transform(Point point, Component component) {
    Matrix by =
        switch (component.transform()) {
          case Identity _ -> new Matrix(0x4000, 0, 0, 0x4000);
          case Scale(int factor) -> new Matrix(factor, 0, 0, factor);
          case ScaleXy(int x, int y) -> new Matrix(x, 0, 0, y);
          case Matrix matrix -> matrix;
        };
    return new Point(
        Math.round((point.x() * by.xx() + point.y() * by.xy()) / 16384f),
        Math.round((point.x() * by.yx() + point.y() * by.yy()) / 16384f),
        point.on());
  }

  private void write(Glyph.Shape shape, Bounds box) {
    switch (shape) {
      case Empty _ -> {}
      case Simple simple -> {
        header(simple.contours().size(), box);
        write(simple);
      }
      case Composite composite -> {
        header(-1, box);
        maxComponents = Math.max(maxComponents, composite.components().size());
        for (int i = 0; i < composite.components().size(); i++) {
          write(composite.components().get(i), i < composite.components().size() - 1);
        }
      }
    }
  }

  private void header(int contours, Bounds box) {
    glyf.u16(contours).u16(box.xMin()).u16(box.yMin()).u16(box.xMax()).u16(box.yMax());
  }

  private void write(Simple simple) {
    int end = -1;
    for (List<Point> contour : simple.contours()) {
      end += contour.size();
      glyf.u16(end);
    }
    maxPoints = Math.max(maxPoints, end + 1);
    maxContours = Math.max(maxContours, simple.contours().size());
    glyf.u16(0);
    PointEncoder encoder = new PointEncoder(simple.compact());
    simple.contours().stream().flatMap(List::stream).forEach(encoder::add);
    encoder.writeTo(glyf);
  }

  private void write(Component component, boolean more) {
    int first;
    int second;
    int flags = component.flags() | (more ? MORE_COMPONENTS : 0);
    switch (component.placement()) {
      case Offset(int x, int y) -> {
        first = x;
        second = y;
        flags |= XY_VALUES | (x != (byte) x || y != (byte) y ? WORDS : 0);
      }
      case Anchors(int parent, int child) -> {
        first = parent;
        second = child;
        flags |= parent > 0xFF || child > 0xFF ? WORDS : 0;
      }
    }
    flags |=
        switch (component.transform()) {
          case Identity _ -> 0;
          case Scale _ -> HAS_SCALE;
          case ScaleXy _ -> HAS_SCALE_XY;
          case Matrix _ -> HAS_MATRIX;
        };
    glyf.u16(flags).u16(component.glyph());
    if ((flags & WORDS) != 0) {
      glyf.u16(first).u16(second);
    } else {
      glyf.u8(first).u8(second);
    }
    switch (component.transform()) {
      case Identity _ -> {}
      case Scale(int factor) -> glyf.u16(factor);
      case ScaleXy(int x, int y) -> glyf.u16(x).u16(y);
      case Matrix(int xx, int yx, int xy, int yy) -> glyf.u16(xx).u16(yx).u16(xy).u16(yy);
    }
  }
}
