package dev.lockstep.fonts.truetype;

import dev.lockstep.Part;
import dev.lockstep.Rejections;
import dev.lockstep.fonts.Contour;
import dev.lockstep.fonts.OutlineNormaliser;
import dev.lockstep.fonts.truetype.Observed.CharacterMaps;
import dev.lockstep.fonts.truetype.Observed.Directory;
import dev.lockstep.fonts.truetype.Observed.HorizontalMetrics;
import dev.lockstep.fonts.truetype.Observed.Table;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.fontbox.ttf.CmapSubtable;
import org.apache.fontbox.ttf.CmapTable;
import org.apache.fontbox.ttf.GlyphTable;
import org.apache.fontbox.ttf.HorizontalMetricsTable;
import org.apache.fontbox.ttf.IndexToLocationTable;
import org.apache.fontbox.ttf.NameRecord;
import org.apache.fontbox.ttf.NamingTable;
import org.apache.fontbox.ttf.PostScriptTable;
import org.apache.fontbox.ttf.TTFTable;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.jspecify.annotations.Nullable;

/**
 * A font that FontBox reads part by part. Each part is a value, or a {@link Part} that says why
 * there is none; what is not the same for every port is read from {@link #tables}.
 */
public final class FontBoxFont implements AutoCloseable {
  /** What FontBox throws where it does not take a part. */
  public static final Rejections REJECTIONS =
      Rejections.when(IOException.class, "malformed")
          .or(IndexOutOfBoundsException.class, "malformed")
          .or(IllegalArgumentException.class, "malformed")
          .or(UnsupportedFontException.class, "unsupported");

  private static final Part MISSING = new Part.Rejected("missing", "no such table");

  private static final int[] NAME_IDS = {
    NameRecord.NAME_FONT_FAMILY_NAME,
    NameRecord.NAME_FONT_SUB_FAMILY_NAME,
    NameRecord.NAME_FULL_FONT_NAME,
    NameRecord.NAME_POSTSCRIPT_NAME
  };

  /** FontBox's own word for a glyph without a name. */
  private static final String NO_NAME = ".undefined";

  private final TrueTypeFont font;
  private final Preflight preflight;

  private FontBoxFont(TrueTypeFont font, Preflight preflight) {
    this.font = font;
    this.preflight = preflight;
  }

  /** Makes sure that FontBox is loaded and silent, so that no input is blamed for it. */
  public static void load() {
    LazyFont.load();
  }

  /**
   * Reads the table directory.
   *
   * @throws IOException if FontBox does not take it
   * @throws UnsupportedFontException if it is no TrueType font, or not each of its tables has a
   *     name and a place of its own
   */
  public static FontBoxFont open(byte[] input, ReservedBits reservedBits)
      throws IOException, UnsupportedFontException {
    if (!Preflight.isTrueType(input)) {
      throw new UnsupportedFontException();
    }
    TrueTypeFont font = LazyFont.open(input);
    Preflight preflight = new Preflight(input, reservedBits);
    if (!preflight.hasTables()) {
      font.close();
      throw new UnsupportedFontException();
    }
    return new FontBoxFont(font, preflight);
  }

  /** What is asked for, by the bytes. */
  public Preflight preflight() {
    return preflight;
  }

  /** FontBox's own tables. */
  public TrueTypeFont tables() {
    return font;
  }

  /** A table, as {@code observe} makes it out, unless it is barred, rejected or not there. */
  public static <T> Object table(
      @Nullable String bar, Callable<@Nullable T> read, Reader<T> observe) {
    if (bar != null) {
      return barred(bar);
    }
    Object part =
        REJECTIONS.part(() -> {
          T table = read.call();
          return table == null ? MISSING : observe.observe(table);
        });
    return part == null ? MISSING : part;
  }

  /** Says what is observed of a table. */
  public interface Reader<T> {
    /** What is observed of it. */
    Object observe(T table) throws IOException;
  }

  private static Part barred(String bar) {
    return new Part.Rejected(bar, "not asked for");
  }

  /** A {@link Directory}. */
  public Directory directory() {
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

  /** {@link HorizontalMetrics}. */
  public Object horizontalMetrics() {
    return table(preflight.metricsBar(), font::getHorizontalMetrics, this::observed);
  }

  private Object observed(HorizontalMetricsTable hmtx) throws IOException {
    int glyphs = observedGlyphs();
    int[] advances = new int[glyphs];
    int[] leftSideBearings = new int[glyphs];
    for (int glyph = 0; glyph < glyphs; glyph++) {
      advances[glyph] = hmtx.getAdvanceWidth(glyph);
      leftSideBearings[glyph] = hmtx.getLeftSideBearing(glyph);
    }
    return new HorizontalMetrics(advances, leftSideBearings);
  }

  /** {@link CharacterMaps}. */
  public Object characterMaps() {
    return table(preflight.characterMapsBar(), font::getCmap, this::observed);
  }

  private Object observed(CmapTable cmap) throws IOException {
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

  /**
   * A list of four texts: names 1, 2, 4 and 6 for Windows, Unicode, English (United States); null
   * where there is no such record. Where the texts do not start right behind the records: a map of
   * one entry, {@code relocated}, with all four as bytes.
   */
  public Object names() {
    return table(preflight.nameBar(), font::getNaming, this::observed);
  }

  private Object observed(NamingTable names) {
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

  /** The names of the first glyphs; null for a glyph without one. */
  public static List<@Nullable String> glyphNames(PostScriptTable post) {
    List<@Nullable String> names = new ArrayList<>(Preflight.GLYPHS_MAX);
    for (int glyph = 0; glyph < Preflight.GLYPHS_MAX; glyph++) {
      String name = post.getName(glyph);
      names.add(NO_NAME.equals(name) ? null : name);
    }
    return names;
  }

  /**
   * A list of offsets into {@code glyf}, in bytes: of the first glyphs, and the end of the last of
   * them.
   */
  public Object locations() {
    return table(preflight.locationsBar(), font::getIndexToLocation, this::observed);
  }

  private Object observed(IndexToLocationTable loca) throws IOException {
    return Arrays.copyOf(loca.getOffsets(), observedGlyphs() + 1);
  }

  /**
   * A list, for each of the first glyphs a map of one entry: the word for its {@link Shape}, to a
   * list of {@link Contour}s, or to one text.
   *
   * @param normaliser of quadratic curves
   * @param asText the shapes that the two sides draw in different ways, known and judged
   */
  public Object glyphs(OutlineNormaliser normaliser, Set<Shape> asText) {
    return table(preflight.glyphsBar(), font::getGlyph, glyf -> observed(glyf, normaliser, asText));
  }

  private Object observed(GlyphTable glyf, OutlineNormaliser normaliser, Set<Shape> asText)
      throws IOException {
    int count = observedGlyphs();
    GlyphReach reach = preflight.glyphs();
    List<Object> glyphs = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      String bar = reach.bar(i);
      glyphs.add(bar == null ? outline(glyf, i, normaliser, reach.shape(), asText) : barred(bar));
    }
    return glyphs;
  }

  private static Map<String, Object> outline(
      GlyphTable glyf, int glyph, OutlineNormaliser normaliser, Shape shape, Set<Shape> asText) {
    Object outline =
        table(
            null,
            () -> glyf,
            table -> {
              List<Contour> contours = normaliser.contours(table.getGlyph(glyph).getPath());
              return asText.contains(shape) ? OutlineNormaliser.text(contours) : contours;
            });
    return Map.of(shape.word(), outline);
  }

  private int observedGlyphs() throws IOException {
    return Math.min(font.getNumberOfGlyphs(), Preflight.GLYPHS_MAX);
  }

  @Override
  public void close() throws IOException {
    font.close();
  }
}
