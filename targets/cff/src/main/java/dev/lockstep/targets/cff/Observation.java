package dev.lockstep.targets.cff;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What either side makes of a font, the same in the port's adapter.
 *
 * @param counts of glyphs, global subroutines, local subroutines
 * @param charset the names of the first glyphs
 * @param encoding the glyph of each of the 256 codes, 0 for none
 * @param glyphs of each of the first glyphs its advance and outline, under the word for what it is
 *     made of
 */
@SuppressWarnings("ArrayRecordComponent") // written, never compared
record Observation(
    String name,
    Object top,
    int[] counts,
    Object widths,
    List<@Nullable String> charset,
    int[] encoding,
    List<Object> glyphs) {

  /** The values of the Top DICT. */
  record Top(
      @Nullable String version,
      @Nullable String notice,
      @Nullable String copyright,
      @Nullable String fullName,
      @Nullable String familyName,
      @Nullable String weight,
      boolean isFixedPitch,
      double italicAngle,
      double underlinePosition,
      double underlineThickness,
      List<Double> bbox) {}

  /** The widths of the Private DICT, in whole units downwards, as the port keeps them. */
  record Widths(double defaultWidth, double nominalWidth) {}

  /**
   * A glyph.
   *
   * @param advance in whole units towards zero, as FontBox keeps it
   * @param exact the outline in 1/65536 of a unit, where numbers have fractions
   */
  record Glyph(int advance, List<CubicOutline.Contour> contours, @Nullable String exact) {}
}
