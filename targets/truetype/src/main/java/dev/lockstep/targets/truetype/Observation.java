package dev.lockstep.targets.truetype;

import dev.lockstep.fonts.truetype.FontBoxFont;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a side makes of a font. Every {@code Object} is a value of the type named beside it, or a
 * {@link dev.lockstep.Part} that says why there is none.
 *
 * @param directory {@link dev.lockstep.fonts.truetype.Observed.Directory}
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

  /**
   * Dates are in seconds since the start of 1904, null if beyond any calendar; coordinates in font
   * units.
   */
  record Head(
      float version,
      float fontRevision,
      long checksumAdjustment,
      long magicNumber,
      int flags,
      int unitsPerEm,
      @Nullable Long created,
      @Nullable Long modified,
      int xMin,
      int yMin,
      int xMax,
      int yMax,
      int macStyle,
      int lowestRecPpem,
      int fontDirectionHint,
      int indexToLocFormat,
      int glyphDataFormat) {}

  /**
   * The counts of {@code maxp}.
   *
   * @param limits what version 1.0 adds, in the order of the table; null for any other version
   */
  @SuppressWarnings("ArrayRecordComponent") // written, never compared
  record MaximumProfile(float version, int numGlyphs, int @Nullable [] limits) {}

  /** Coordinates and widths are in font units. */
  record HorizontalHeader(
      float version,
      int ascender,
      int descender,
      int lineGap,
      int advanceWidthMax,
      int minLeftSideBearing,
      int minRightSideBearing,
      int xMaxExtent,
      int caretSlopeRise,
      int caretSlopeRun,
      int caretOffset,
      int metricDataFormat,
      int numberOfHMetrics) {}

  /**
   * The header of {@code post}.
   *
   * @param italicAngle in degrees, counter-clockwise
   * @param names of the first glyphs; null for a glyph without one
   */
  record PostScript(
      float version,
      float italicAngle,
      int underlinePosition,
      int underlineThickness,
      long isFixedPitch,
      long minMemType42,
      long maxMemType42,
      long minMemType1,
      long maxMemType1,
      List<@Nullable String> names) {}
}
