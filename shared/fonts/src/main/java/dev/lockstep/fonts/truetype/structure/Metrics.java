package dev.lockstep.fonts.truetype.structure;

import static dev.lockstep.fonts.truetype.structure.Bytes.put16;
import static dev.lockstep.fonts.truetype.structure.Bytes.u16;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * The metrics of a font's glyphs: those of the first ones with an advance, those of the others with
 * a left side bearing alone.
 *
 * @param header {@code hhea}, which says how many have an advance
 * @param table {@code hmtx}
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Metrics(byte[] header, byte[] table) {
  private static final int LONG_COUNT_AT = 34;
  private static final int LONG_BYTES = 4;
  private static final int SHORT_BYTES = 2;

  /**
   * Without those of some glyphs; as they are if they are not all there.
   *
   * @param count how many glyphs the font has
   */
  Metrics without(int count, int first, int end) {
    int longOnes = Math.min(count, u16(header, LONG_COUNT_AT));
    int whole = LONG_BYTES * longOnes + SHORT_BYTES * (count - longOnes);
    if (longOnes == 0 || u16(header, LONG_COUNT_AT) > count || whole > table.length) {
      return this;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int longKept = 0;
    for (int i = 0; i < count; i++) {
      if (i < first || i >= end) {
        // The first that is left has an advance, were it another's.
        if (i < longOnes || out.size() == 0) {
          out.write(table, LONG_BYTES * Math.min(i, longOnes - 1), 2);
          longKept++;
        }
        int bearing =
            i < longOnes
                ? LONG_BYTES * i + 2
                : LONG_BYTES * longOnes + SHORT_BYTES * (i - longOnes);
        out.write(table, bearing, SHORT_BYTES);
      }
    }
    out.writeBytes(Arrays.copyOfRange(table, whole, table.length));
    byte[] changed = header.clone();
    put16(changed, LONG_COUNT_AT, longKept);
    return new Metrics(changed, out.toByteArray());
  }
}
