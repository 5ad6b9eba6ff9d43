package dev.lockstep.fonts.truetype;

import java.util.Locale;

/** What a glyph is made of; of several that hold, the last one counts. */
public enum Shape {
  /** Points of its own, or none. */
  SIMPLE,
  /** Points of its own, and the left side bearing is not the left end of the bounding box. */
  MOVED,
  /** Other glyphs, moved at most. */
  COMPOSITE,
  /** Other glyphs, some of them scaled or turned. */
  TRANSFORMED,
  /** Other glyphs, and somewhere the left side bearing is not the left end of the bounding box. */
  SHIFTED,
  /** Other glyphs, moved by an offset that is scaled as they are. */
  SCALED_OFFSET,
  /** Other glyphs, placed by a point of theirs on a point of the whole. */
  ANCHORED;

  private final String word = name().toLowerCase(Locale.ROOT);

  /** What it is called in the observation. */
  public String word() {
    return word;
  }

  /** The one that counts of two. */
  Shape and(Shape other) {
    return compareTo(other) < 0 ? other : this;
  }
}
