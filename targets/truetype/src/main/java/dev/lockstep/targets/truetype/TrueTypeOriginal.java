package dev.lockstep.targets.truetype;

import dev.lockstep.Original;
import dev.lockstep.Part;
import dev.lockstep.Rejections;
import dev.lockstep.targets.truetype.Observation.CharacterMaps;
import dev.lockstep.targets.truetype.Observation.Contour;
import dev.lockstep.targets.truetype.Observation.Directory;
import dev.lockstep.targets.truetype.Observation.Head;
import dev.lockstep.targets.truetype.Observation.HorizontalHeader;
import dev.lockstep.targets.truetype.Observation.HorizontalMetrics;
import dev.lockstep.targets.truetype.Observation.MaximumProfile;
import dev.lockstep.targets.truetype.Observation.PostScript;
import dev.lockstep.targets.truetype.Observation.Table;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.fontbox.ttf.CmapSubtable;
import org.apache.fontbox.ttf.CmapTable;
import org.apache.fontbox.ttf.GlyphTable;
import org.apache.fontbox.ttf.HeaderTable;
import org.apache.fontbox.ttf.HorizontalHeaderTable;
import org.apache.fontbox.ttf.HorizontalMetricsTable;
import org.apache.fontbox.ttf.IndexToLocationTable;
import org.apache.fontbox.ttf.MaximumProfileTable;
import org.apache.fontbox.ttf.NameRecord;
import org.apache.fontbox.ttf.NamingTable;
import org.apache.fontbox.ttf.PostScriptTable;
import org.apache.fontbox.ttf.TTFTable;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.jspecify.annotations.Nullable;

/** Observes a font with Apache FontBox. */
public final class TrueTypeOriginal implements Original {
  private static final Rejections REJECTIONS =
      Rejections.when(IOException.class, "malformed")
          .or(IndexOutOfBoundsException.class, "malformed")
          .or(IllegalArgumentException.class, "malformed")
          .or(UnsupportedFontException.class, "unsupported");

  private static final Part MISSING = new Part.Rejected("missing", "no such table");

  /** What the specification defines; the other bits are reserved, and the port drops them. */
  private static final int HEAD_FLAGS = 0x781F;

  private static final int MAC_STYLES = 0x7F;

  private static final int CREATED_AT = 20;
  private static final int MODIFIED_AT = 28;

  /** Between the start of 1904 and the start of 1970. */
  private static final long SECONDS_1904_TO_1970 = 2_082_844_800L;

  private static final int[] NAME_IDS = {
    NameRecord.NAME_FONT_FAMILY_NAME,
    NameRecord.NAME_FONT_SUB_FAMILY_NAME,
    NameRecord.NAME_FULL_FONT_NAME,
    NameRecord.NAME_POSTSCRIPT_NAME
  };

  /** FontBox's own word for a glyph without a name. */
  private static final String NO_NAME = ".undefined";

  static {
    LazyFont.load();
  }

  private final OutlineNormaliser normaliser = new OutlineNormaliser();

  @Override
  public Rejections rejections() {
    return REJECTIONS;
  }

  @Override
  public Object observe(byte[] input) throws IOException, UnsupportedFontException {
    if (!Preflight.isTrueType(input)) {
      throw new UnsupportedFontException();
    }
    try (TrueTypeFont font = LazyFont.open(input)) {
      Preflight preflight = new Preflight(input);
      if (!preflight.hasTables()) {
        throw new UnsupportedFontException();
      }
      return new Observation(
          directory(font),
          barredOr(preflight.headBar(), () -> head(font, preflight)),
          barredOr(preflight.maxpBar(), () -> maximumProfile(font)),
          barredOr(preflight.hheaBar(), () -> horizontalHeader(font)),
          barredOr(preflight.metricsBar(), () -> horizontalMetrics(font)),
          barredOr(preflight.characterMapsBar(), () -> characterMaps(font)),
          barredOr(preflight.nameBar(), () -> names(font, preflight)),
          barredOr(preflight.postBar(), () -> postScript(font)),
          barredOr(preflight.locationsBar(), () -> locations(font)),
          barredOr(preflight.glyphsBar(), () -> glyphs(font, preflight)));
    }
  }

  /** {@link Rejections#part} for parts that are never null. */
  private static Object part(Callable<Object> observe) {
    Object value = REJECTIONS.part(observe);
    return value == null ? MISSING : value;
  }

  private static Object barredOr(@Nullable String bar, Callable<Object> observe) {
    return bar == null ? part(observe) : barred(bar);
  }

  private static Part barred(String bar) {
    return new Part.Rejected(bar, "not asked for");
  }

  private static Directory directory(TrueTypeFont font) {
    List<Table> tables = new ArrayList<>();
    for (TTFTable table : font.getTables()) {
      String place =
          Long.toHexString(table.getOffset())
              + '+'
              + Long.toHexString(table.getLength())
              + ' '
              + Long.toHexString(table.getCheckSum());
      tables.add(new Table(table.getTag(), place));
    }
    tables.sort(Comparator.comparing(Table::tag));
    return new Directory(font.getVersion(), tables);
  }

  private static Object head(TrueTypeFont font, Preflight preflight) throws IOException {
    HeaderTable head = font.getHeader();
    if (head == null) {
      return MISSING;
    }
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

  private static Object maximumProfile(TrueTypeFont font) throws IOException {
    MaximumProfileTable maxp = font.getMaximumProfile();
    if (maxp == null) {
      return MISSING;
    }
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

  private static Object horizontalHeader(TrueTypeFont font) throws IOException {
    HorizontalHeaderTable hhea = font.getHorizontalHeader();
    if (hhea == null) {
      return MISSING;
    }
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

  private static Object horizontalMetrics(TrueTypeFont font) throws IOException {
    HorizontalMetricsTable hmtx = font.getHorizontalMetrics();
    if (hmtx == null) {
      return MISSING;
    }
    int glyphs = observedGlyphs(font);
    int[] advances = new int[glyphs];
    int[] leftSideBearings = new int[glyphs];
    for (int glyph = 0; glyph < glyphs; glyph++) {
      advances[glyph] = hmtx.getAdvanceWidth(glyph);
      leftSideBearings[glyph] = hmtx.getLeftSideBearing(glyph);
    }
    return new HorizontalMetrics(advances, leftSideBearings);
  }

  private static Object characterMaps(TrueTypeFont font) throws IOException {
    CmapTable cmap = font.getCmap();
    if (cmap == null) {
      return MISSING;
    }
    int numGlyphs = font.getNumberOfGlyphs();
    return new CharacterMaps(
        sample(cmap.getSubtable(3, CmapTable.ENCODING_WIN_UNICODE_FULL), numGlyphs),
        sample(cmap.getSubtable(3, CmapTable.ENCODING_WIN_UNICODE_BMP), numGlyphs));
  }

  private static int @Nullable [] sample(@Nullable CmapSubtable subtable, int numGlyphs) {
    if (subtable == null) {
      return null;
    }
    int[] glyphs = new int[CodePoints.SAMPLE.length];
    for (int i = 0; i < glyphs.length; i++) {
      int glyph = subtable.getGlyphId(CodePoints.SAMPLE[i]);
      glyphs[i] = glyph < numGlyphs ? glyph : 0;
    }
    return glyphs;
  }

  private static Object names(TrueTypeFont font, Preflight preflight) throws IOException {
    NamingTable names = font.getNaming();
    if (names == null) {
      return MISSING;
    }
    List<@Nullable String> texts = new ArrayList<>(NAME_IDS.length);
    for (int id : NAME_IDS) {
      texts.add(name(names, id));
    }
    return preflight.hasUsualNameStorage() ? texts : Map.of("relocated", joined(texts));
  }

  private static byte[] joined(List<@Nullable String> texts) {
    StringBuilder all = new StringBuilder();
    for (String text : texts) {
      all.append(text).append('\n');
    }
    return all.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static @Nullable String name(NamingTable names, int id) {
    return names.getName(
        id,
        NameRecord.PLATFORM_WINDOWS,
        NameRecord.ENCODING_WINDOWS_UNICODE_BMP,
        NameRecord.LANGUAGE_WINDOWS_EN_US);
  }

  private static Object postScript(TrueTypeFont font) throws IOException {
    PostScriptTable post = font.getPostScript();
    if (post == null) {
      return MISSING;
    }
    List<@Nullable String> names = new ArrayList<>(Preflight.GLYPHS_MAX);
    for (int glyph = 0; glyph < Preflight.GLYPHS_MAX; glyph++) {
      String name = post.getName(glyph);
      names.add(NO_NAME.equals(name) ? null : name);
    }
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
        names);
  }

  private static Object locations(TrueTypeFont font) throws IOException {
    IndexToLocationTable loca = font.getIndexToLocation();
    if (loca == null) {
      return MISSING;
    }
    return Arrays.copyOf(loca.getOffsets(), observedGlyphs(font) + 1);
  }

  private Object glyphs(TrueTypeFont font, Preflight preflight) throws IOException {
    GlyphTable glyf = font.getGlyph();
    if (glyf == null) {
      return MISSING;
    }
    int count = observedGlyphs(font);
    GlyphReach reach = preflight.glyphs();
    List<Object> glyphs = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      String bar = reach.bar(i);
      glyphs.add(bar == null ? outline(glyf, i, reach.shape()) : barred(bar));
    }
    return glyphs;
  }

  private Map<String, Object> outline(GlyphTable glyf, int glyph, Shape shape) {
    Object outline =
        part(() -> {
          List<Contour> contours = normaliser.contours(glyf.getGlyph(glyph).getPath());
          return shape.isDrawnAlike() ? contours : OutlineNormaliser.text(contours);
        });
    return Map.of(shape.word(), outline);
  }

  private static int observedGlyphs(TrueTypeFont font) throws IOException {
    return Math.min(font.getNumberOfGlyphs(), Preflight.GLYPHS_MAX);
  }
}
