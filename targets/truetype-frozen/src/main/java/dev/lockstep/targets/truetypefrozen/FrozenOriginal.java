package dev.lockstep.targets.truetypefrozen;

import dev.lockstep.Original;
import dev.lockstep.Part;
import dev.lockstep.Rejections;
import dev.lockstep.fonts.OutlineNormaliser;
import dev.lockstep.fonts.truetype.FontBoxFont;
import dev.lockstep.fonts.truetype.Preflight;
import dev.lockstep.fonts.truetype.ReservedBits;
import dev.lockstep.fonts.truetype.Shape;
import dev.lockstep.fonts.truetype.UnsupportedFontException;
import dev.lockstep.targets.truetypefrozen.Observation.Head;
import dev.lockstep.targets.truetypefrozen.Observation.HorizontalHeader;
import dev.lockstep.targets.truetypefrozen.Observation.MaximumProfile;
import dev.lockstep.targets.truetypefrozen.Observation.PostScript;
import java.io.IOException;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.fontbox.ttf.HeaderTable;
import org.apache.fontbox.ttf.HorizontalHeaderTable;
import org.apache.fontbox.ttf.PostScriptTable;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.jspecify.annotations.Nullable;

/** Observes a font with Apache FontBox, as far as ttf-parser can answer. */
public final class FrozenOriginal implements Original {
  /** Each side has its own way with these. */
  private static final Set<Shape> DRAWN_DIFFERENTLY =
      Set.of(Shape.MOVED, Shape.SHIFTED, Shape.SCALED_OFFSET, Shape.ANCHORED);

  static {
    FontBoxFont.load();
  }

  private final OutlineNormaliser normaliser = OutlineNormaliser.quadratic().fromAnywhere();

  @Override
  public Rejections rejections() {
    return FontBoxFont.REJECTIONS;
  }

  @Override
  public Object observe(byte[] input) throws IOException, UnsupportedFontException {
    try (FontBoxFont font = FontBoxFont.open(input, ReservedBits.PASSED_OVER)) {
      Preflight preflight = font.preflight();
      TrueTypeFont tables = font.tables();
      return new Observation(
          font.directory().tables(),
          FontBoxFont.table(preflight.headBar(), tables::getHeader, FrozenOriginal::observed),
          FontBoxFont.table(
              preflight.maxpBar(),
              tables::getMaximumProfile,
              maxp -> new MaximumProfile(maxp.getNumGlyphs())),
          FontBoxFont.table(
              preflight.hheaBar(), tables::getHorizontalHeader, FrozenOriginal::observed),
          ofGlyphs(preflight.metricsBar(), preflight, font::horizontalMetrics),
          font.characterMaps(),
          font.names(),
          FontBoxFont.table(preflight.postBar(), tables::getPostScript, FrozenOriginal::observed),
          ofGlyphs(preflight.locationsBar(), preflight, font::locations),
          ofGlyphs(
              preflight.glyphsBar(), preflight, () -> font.glyphs(normaliser, DRAWN_DIFFERENTLY)));
    }
  }

  /**
   * A part that is a list of glyphs. Where there are none the port has no way to ask for them,
   * which shows in {@code maxp}.
   */
  private static Object ofGlyphs(
      @Nullable String bar, Preflight preflight, Supplier<Object> observe) {
    return bar == null && preflight.numGlyphs() == 0
        ? new Part.Rejected("needs_glyphs", "not asked for")
        : observe.get();
  }

  private static Head observed(HeaderTable head) {
    return new Head(
        head.getUnitsPerEm(),
        head.getXMin(),
        head.getYMin(),
        head.getXMax(),
        head.getYMax(),
        head.getIndexToLocFormat());
  }

  private static HorizontalHeader observed(HorizontalHeaderTable hhea) {
    return new HorizontalHeader(
        hhea.getAscender(), hhea.getDescender(), hhea.getLineGap(), hhea.getNumberOfHMetrics());
  }

  private static PostScript observed(PostScriptTable post) {
    return new PostScript(
        post.getItalicAngle(),
        post.getUnderlinePosition(),
        post.getUnderlineThickness(),
        post.getIsFixedPitch() != 0,
        FontBoxFont.glyphNames(post));
  }
}
