package dev.lockstep.targets.truetypefrozen;

import dev.lockstep.fonts.truetype.FontBoxFont;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a side makes of a font, as far as ttf-parser reads it. Every {@code Object} is a value of
 * the type named beside it, or a {@link dev.lockstep.Part} that says why there is none.
 *
 * @param directory a list of {@link dev.lockstep.fonts.truetype.Observed.Table}
 * @param head {@link Head}
 * @param maxp {@link MaximumProfile}
 * @param hhea {@link HorizontalHeader}
 * @param hmtx {@link FontBoxFont#horizontalMetrics}
 * @param cmap {@link FontBoxFont#characterMaps}
 * @param name {@link FontBoxFont#names}
 * @param post {@link PostScript}
 * @param loca {@link FontBoxFont#locations}
 * @param glyphs {@link FontBoxFont#glyphs}
 */
record Observation(
    Object directory,
    Object head,
    Object maxp,
    Object hhea,
    Object hmtx,
    Object cmap,
    Object name,
    Object post,
    Object loca,
    Object glyphs) {

  /** Coordinates are in font units. */
  record Head(int unitsPerEm, int xMin, int yMin, int xMax, int yMax, int indexToLocFormat) {}

  /** The one count of {@code maxp} that ttf-parser reads. */
  record MaximumProfile(int numGlyphs) {}

  /** In font units. */
  record HorizontalHeader(int ascender, int descender, int lineGap, int numberOfHMetrics) {}

  /**
   * The header of {@code post}.
   *
   * @param italicAngle in degrees, counter-clockwise
   * @param names of the first glyphs; null for a glyph without one
   */
  record PostScript(
      float italicAngle,
      int underlinePosition,
      int underlineThickness,
      boolean isMonospaced,
      List<@Nullable String> names) {}
}
