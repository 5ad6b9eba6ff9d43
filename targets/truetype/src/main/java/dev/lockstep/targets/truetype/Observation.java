package dev.lockstep.targets.truetype;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a side makes of a font. Every {@code Object} is a value of the type named beside it, or a
 * {@link dev.lockstep.Part} that says why there is none.
 *
 * @param directory {@link Directory}
 * @param head {@link Head}
 * @param maxp {@link MaximumProfile}
 * @param hhea {@link HorizontalHeader}
 * @param hmtx {@link HorizontalMetrics}
 * @param cmap {@link CharacterMaps}
 * @param name a list of four texts: names 1, 2, 4 and 6 for Windows, Unicode, English (United
 *     States); null where there is no such record. Where the texts do not start right behind the
 *     records: a map of one entry, {@code relocated}, with all four as bytes
 * @param post {@link PostScript}
 * @param loca a list of offsets into {@code glyf}, in bytes: of the first glyphs, and the end of
 *     the last of them
 * @param glyphs a list, for each of the first glyphs a map of one entry: the word for its {@link
 *     Shape}, to a list of {@link Contour}s, or to one text where FontBox has its own way with that
 *     shape
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

  /** The tables that can be looked up, by tag. */
  record Directory(float version, List<Table> tables) {}

  /**
   * One table.
   *
   * @param place {@code offset+length checksum}, in hexadecimal digits
   */
  record Table(String tag, String place) {}

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

  /** Of the first glyphs, in font units. */
  @SuppressWarnings("ArrayRecordComponent") // written, never compared
  record HorizontalMetrics(int[] advances, int[] leftSideBearings) {}

  /**
   * The glyph ids of {@link CodePoints#SAMPLE}, 0 for none.
   *
   * @param full platform 3, encoding 10; null if there is no such subtable
   * @param bmp platform 3, encoding 1; null if there is no such subtable
   */
  @SuppressWarnings("ArrayRecordComponent") // written, never compared
  record CharacterMaps(int @Nullable [] full, int @Nullable [] bmp) {}

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

  /** One closed contour as its points, in font units, y up. */
  @SuppressWarnings("ArrayRecordComponent") // written, never compared
  record Contour(int[] x, int[] y, boolean[] on) {}
}
