package dev.lockstep.fonts.truetype.structure;

import static dev.lockstep.fonts.truetype.structure.Bytes.u16;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of a composite glyph.
 *
 * @param start where it stands in the glyph, in bytes
 * @param end where it ends
 */
record Component(int start, int end) {
  static final int MORE = 0x0020;

  private static final int HEADER_BYTES = 10;
  private static final int WORDS = 0x0001;
  private static final int SCALE = 0x0008;
  private static final int SCALE_XY = 0x0040;
  private static final int MATRIX = 0x0080;
  private static final int COMPONENTS_MAX = 64;

  /** Those of a glyph, as far as they are there; none if it has points of its own. */
  static List<Component> of(byte[] glyph) {
    List<Component> components = new ArrayList<>();
    int at = HEADER_BYTES;
    boolean more = (short) u16(glyph, 0) < 0;
    while (more && components.size() < COMPONENTS_MAX) {
      int flags = u16(glyph, at);
      int end = at + 4 + ((flags & WORDS) != 0 ? 4 : 2) + factorBytes(flags);
      if (end > glyph.length) {
        break;
      }
      components.add(new Component(at, end));
      at = end;
      more = (flags & MORE) != 0;
    }
    return components;
  }

  private static int factorBytes(int flags) {
    if ((flags & SCALE) != 0) {
      return 2;
    }
    if ((flags & SCALE_XY) != 0) {
      return 4;
    }
    return (flags & MATRIX) != 0 ? 8 : 0;
  }
}
