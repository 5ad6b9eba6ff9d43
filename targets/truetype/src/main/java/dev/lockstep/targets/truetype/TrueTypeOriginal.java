package dev.lockstep.targets.truetype;

import dev.lockstep.Original;
import dev.lockstep.Rejections;
import dev.lockstep.fonts.OutlineNormaliser;
import dev.lockstep.fonts.truetype.FontBoxFont;
import dev.lockstep.fonts.truetype.Preflight;
import dev.lockstep.fonts.truetype.ReservedBits;
import dev.lockstep.fonts.truetype.Shape;
import dev.lockstep.fonts.truetype.UnsupportedFontException;
import dev.lockstep.targets.truetype.Observation.Head;
import dev.lockstep.targets.truetype.Observation.HorizontalHeader;
import dev.lockstep.targets.truetype.Observation.MaximumProfile;
import dev.lockstep.targets.truetype.Observation.PostScript;
import java.io.IOException;
import java.util.Calendar;
import java.util.Set;
import org.apache.fontbox.ttf.HeaderTable;
import org.apache.fontbox.ttf.HorizontalHeaderTable;
import org.apache.fontbox.ttf.MaximumProfileTable;
import org.apache.fontbox.ttf.PostScriptTable;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.jspecify.annotations.Nullable;

/** Observes a font with Apache FontBox. */
public final class TrueTypeOriginal implements Original {
  /** What the specification defines; the other bits are reserved, and the port drops them. */
  private static final int HEAD_FLAGS = 0x781F;

  private static final int MAC_STYLES = 0x7F;

  private static final int CREATED_AT = 20;
  private static final int MODIFIED_AT = 28;

  /** Between the start of 1904 and the start of 1970. */
  private static final long SECONDS_1904_TO_1970 = 2_082_844_800L;

  /** FontBox has its own way with these. */
  private static final Set<Shape> DRAWN_DIFFERENTLY =
      Set.of(Shape.SHIFTED, Shape.SCALED_OFFSET, Shape.ANCHORED);

  static {
    FontBoxFont.load();
  }

  private final OutlineNormaliser normaliser = OutlineNormaliser.quadratic();

  @Override
  public Rejections rejections() {
    return FontBoxFont.REJECTIONS;
  }

  @Override
  public Object observe(byte[] input) throws IOException, UnsupportedFontException {
    try (FontBoxFont font = FontBoxFont.open(input, ReservedBits.BARRED)) {
      Preflight preflight = font.preflight();
      TrueTypeFont tables = font.tables();
      return new Observation(
          font.directory(),
          FontBoxFont.table(
              preflight.headBar(), tables::getHeader, head -> observed(head, preflight)),
          FontBoxFont.table(
              preflight.maxpBar(), tables::getMaximumProfile, TrueTypeOriginal::observed),
          FontBoxFont.table(
              preflight.hheaBar(), tables::getHorizontalHeader, TrueTypeOriginal::observed),
          font.horizontalMetrics(),
          font.characterMaps(),
          font.names(),
          FontBoxFont.table(preflight.postBar(), tables::getPostScript, TrueTypeOriginal::observed),
          font.locations(),
          font.glyphs(normaliser, DRAWN_DIFFERENTLY));
    }
  }

  private static Head observed(HeaderTable head, Preflight preflight) {
    return new Head(
        head.getVersion(),
        head.getFontRevision(),
        head.getCheckSumAdjustment(),
        head.getMagicNumber(),
        head.getFlags() & HEAD_FLAGS,
        head.getUnitsPerEm(),
        preflight.hasDate(CREATED_AT) ? secondsSince1904(head.getCreated()) : null,
        preflight.hasDate(MODIFIED_AT) ? secondsSince1904(head.getModified()) : null,
        head.getXMin(),
        head.getYMin(),
        head.getXMax(),
        head.getYMax(),
        head.getMacStyle() & MAC_STYLES,
        head.getLowestRecPPEM(),
        head.getFontDirectionHint(),
        head.getIndexToLocFormat(),
        head.getGlyphDataFormat());
  }

  private static long secondsSince1904(Calendar date) {
    return Math.floorDiv(date.getTimeInMillis(), 1000L) + SECONDS_1904_TO_1970;
  }

  private static MaximumProfile observed(MaximumProfileTable maxp) {
    int @Nullable [] limits =
        maxp.getVersion() != 1
            ? null
            : new int[] {
              maxp.getMaxPoints(),
              maxp.getMaxContours(),
              maxp.getMaxCompositePoints(),
              maxp.getMaxCompositeContours(),
              maxp.getMaxZones(),
              maxp.getMaxTwilightPoints(),
              maxp.getMaxStorage(),
              maxp.getMaxFunctionDefs(),
              maxp.getMaxInstructionDefs(),
              maxp.getMaxStackElements(),
              maxp.getMaxSizeOfInstructions(),
              maxp.getMaxComponentElements(),
              maxp.getMaxComponentDepth()
            };
    return new MaximumProfile(maxp.getVersion(), maxp.getNumGlyphs(), limits);
  }

  private static HorizontalHeader observed(HorizontalHeaderTable hhea) {
    return new HorizontalHeader(
        hhea.getVersion(),
        hhea.getAscender(),
        hhea.getDescender(),
        hhea.getLineGap(),
        hhea.getAdvanceWidthMax(),
        hhea.getMinLeftSideBearing(),
        hhea.getMinRightSideBearing(),
        hhea.getXMaxExtent(),
        hhea.getCaretSlopeRise(),
        hhea.getCaretSlopeRun(),
        hhea.getReserved1(), // FontBox's name for the caret offset
        hhea.getMetricDataFormat(),
        hhea.getNumberOfHMetrics());
  }

  private static PostScript observed(PostScriptTable post) {
    return new PostScript(
        post.getFormatType(),
        post.getItalicAngle(),
        post.getUnderlinePosition(),
        post.getUnderlineThickness(),
        post.getIsFixedPitch(),
        post.getMinMemType42(),
        post.getMaxMemType42(),
        post.getMinMemType1(),
        post.getMaxMemType1(),
        FontBoxFont.glyphNames(post));
  }
}
