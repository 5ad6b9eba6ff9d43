package dev.lockstep.fonts.truetype.font;

/** A bounding box in font units. */
record Bounds(int xMin, int yMin, int xMax, int yMax) {
  static final Bounds NONE = new Bounds(0, 0, 0, 0);

  /** The smallest box around two boxes of which neither is empty. */
  Bounds and(Bounds other) {
    return new Bounds(
        Math.min(xMin, other.xMin),
        Math.min(yMin, other.yMin),
        Math.max(xMax, other.xMax),
        Math.max(yMax, other.yMax));
  }

  static Bounds around(int x, int y) {
    return new Bounds(x, y, x, y);
  }
}
