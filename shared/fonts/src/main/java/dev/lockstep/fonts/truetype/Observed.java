package dev.lockstep.fonts.truetype;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parts of an observation that are the same for every port. */
public final class Observed {
  private Observed() {}

  /** The tables that can be looked up, by tag. */
  public record Directory(float version, List<Table> tables) {}

  /**
   * One table.
   *
   * @param place {@code offset+length checksum}, in hexadecimal digits
   */
  public record Table(String tag, String place) {}

  /** Of the first glyphs, in font units. */
  @SuppressWarnings("ArrayRecordComponent") // written, never compared
  public record HorizontalMetrics(int[] advances, int[] leftSideBearings) {}

  /**
   * The glyph ids of {@link CodePoints#SAMPLE}, 0 for none.
   *
   * @param full platform 3, encoding 10; null if there is no such subtable
   * @param bmp platform 3, encoding 1; null if there is no such subtable
   */
  @SuppressWarnings("ArrayRecordComponent") // written, never compared
  public record CharacterMaps(int @Nullable [] full, int @Nullable [] bmp) {}
}
