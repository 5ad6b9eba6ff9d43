package dev.lockstep.fonts.truetype.font;

import java.util.List;

/**
 * A glyph with its metrics.
 *
 * @param shape what is drawn
 * @param advance in font units
 * @param bearingShift how far the left side bearing is from the left end of the bounding box: 0 in
 *     most fonts
 */
public record Glyph(Shape shape, int advance, int bearingShift) {

  /** What is drawn. */
  public sealed interface Shape {}

  /** Nothing: no bytes in {@code glyf}. */
  public record Empty() implements Shape {}

  /**
   * Contours of its own.
   *
   * @param contours each a closed list of points
   * @param compact whether the coordinates are written in as few bytes as the format allows
   */
  public record Simple(List<List<Point>> contours, boolean compact) implements Shape {}

  /** Other glyphs. */
  public record Composite(List<Component> components) implements Shape {}

  /** A point in font units, on the curve or a control point of it. */
  public record Point(int x, int y, boolean on) {}

  /**
   * Another glyph, placed.
   *
   * @param glyph its id
   * @param placement where
   * @param transform how it is scaled or turned
   * @param flags further bits of the component's flags, such as {@link #USE_MY_METRICS}
   */
  public record Component(int glyph, Placement placement, Transform transform, int flags) {
    /** The composite takes its metrics from this component. */
    public static final int USE_MY_METRICS = 0x0200;

    /** The offset is scaled as the component is. */
    public static final int SCALED_OFFSET = 0x0800;

    /** The offset is not scaled. */
    public static final int UNSCALED_OFFSET = 0x1000;
  }

  /** Where a component goes. */
  public sealed interface Placement {}

  /** It is moved, in font units. */
  public record Offset(int x, int y) implements Placement {}

  /**
   * It is moved so that its point {@code child} meets the point {@code parent} of what is there
   * already.
   */
  public record Anchors(int parent, int child) implements Placement {}

  /** How a component is scaled or turned; factors in 1/16384. */
  public sealed interface Transform {}

  /** Not at all. */
  public record Identity() implements Transform {}

  /** The same in both directions. */
  public record Scale(int factor) implements Transform {}

  /** Each direction by itself. */
  public record ScaleXy(int x, int y) implements Transform {}

  /** A matrix, in the order of the file: xscale, scale01, scale10, yscale. */
  public record Matrix(int xx, int yx, int xy, int yy) implements Transform {}
}
