package dev.lockstep.fonts.truetype;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Says which parts of a font are asked for at all, from the bytes alone and by the same rules as
 * the ports' adapters: {@code shared/fonts/rust/src/truetype/preflight.rs}.
 *
 * <p>A part that is barred has the kind of its bar on both sides. There are bars for three reasons,
 * written down in the targets' READMEs: what depends on a table that is missing or too short would
 * only repeat what that table shows ({@code needs_…}); what costs one side a thousand times the
 * usual would stop the fuzzer ({@code too_large}, {@code too_complex}); and what no font can mean
 * ({@code ill_formed}, {@code reserved_bits}, {@code too_deep}, {@code out_of_range}).
 */
public final class Preflight {
  /** Glyphs, names and metrics beyond these are not observed. */
  public static final int GLYPHS_MAX = 16;

  /** A bit less than what a {@code long} of milliseconds can hold. */
  private static final long SECONDS_MAX = 9_000_000_000_000_000L;

  private static final int VERSION_1 = 0x0001_0000;
  private static final int APPLE_TRUE = 0x7472_7565;

  private static final int CMAP = 0x636D_6170;
  private static final int GLYF = 0x676C_7966;
  private static final int HEAD = 0x6865_6164;
  private static final int HHEA = 0x6868_6561;
  private static final int HMTX = 0x686D_7478;
  private static final int LOCA = 0x6C6F_6361;
  private static final int MAXP = 0x6D61_7870;
  private static final int NAME = 0x6E61_6D65;
  private static final int POST = 0x706F_7374;

  private static final int HEADER_BYTES = 12;
  private static final int RECORD_BYTES = 16;
  private static final int HEAD_BYTES = 54;
  private static final int HHEA_BYTES = 36;
  private static final int MAXP_BYTES = 32;
  private static final int MAXP_BYTES_BEFORE_VERSION_1 = 6;

  /** Of what does not hold what it says, or not in the order that it has to have. */
  static final String ILL_FORMED = "ill_formed";

  private final ReservedBits reservedBits;
  private final Numbers numbers;
  private final TableForm form;
  private final int tableCount;

  private Place cmap = Place.NONE;
  private Place glyf = Place.NONE;
  private Place head = Place.NONE;
  private Place hhea = Place.NONE;
  private Place hmtx = Place.NONE;
  private Place loca = Place.NONE;
  private Place maxp = Place.NONE;
  private Place name = Place.NONE;
  private Place post = Place.NONE;

  private int numGlyphs;
  private int longMetrics;
  private boolean longOffsets;
  private boolean headWhole;
  private boolean hheaWhole;
  private boolean hmtxWhole;
  private boolean locaWhole;
  private boolean maxpWhole;

  /**
   * Looks at a font that has a whole directory.
   *
   * @param reservedBits what becomes of glyphs that have some
   */
  public Preflight(byte[] input, ReservedBits reservedBits) {
    this.reservedBits = reservedBits;
    this.numbers = new Numbers(input);
    this.form = new TableForm(numbers);
    this.tableCount = numbers.u16(4);
    locate();
    measure();
  }

  /**
   * Whether this is a TrueType font by its first four bytes: version 1.0, or Apple's {@code true}.
   */
  public static boolean isTrueType(byte[] input) {
    if (input.length < 4) {
      return true; // too short to say: a matter for the directory
    }
    int version = (int) new Numbers(input).u32(0);
    return version == VERSION_1 || version == APPLE_TRUE;
  }

  /** Whether every table has a name and a place of its own. */
  public boolean hasTables() {
    return !hasDuplicateTags() && !hasTableAtZero();
  }

  /** How many glyphs the font says it has; 0 if {@code maxp} does not say. */
  public int numGlyphs() {
    return numGlyphs;
  }

  /** Why {@code head} is not asked for; null if it is. */
  public @Nullable String headBar() {
    return barIf(head, !headWhole);
  }

  /** Why {@code maxp} is not asked for; null if it is. */
  public @Nullable String maxpBar() {
    return barIf(maxp, !maxpWhole);
  }

  /** Why {@code hhea} is not asked for; null if it is. */
  public @Nullable String hheaBar() {
    return barIf(hhea, !hheaWhole);
  }

  /** Why {@code name} is not asked for; null if it is. */
  public @Nullable String nameBar() {
    return barIf(name, !form.isWholeName(name));
  }

  /** Why {@code post} is not asked for; null if it is. */
  public @Nullable String postBar() {
    return barIf(post, !form.isWholePost(post, maxpWhole ? numGlyphs : -1));
  }

  /** Tables that are not there, or have no bytes, are asked for: both sides know what to say. */
  private static @Nullable String barIf(Place table, boolean illFormed) {
    return table.length() > 0 && illFormed ? ILL_FORMED : null;
  }

  /** Why {@code hmtx} is not asked for; null if it is. */
  public @Nullable String metricsBar() {
    return !maxpWhole ? "needs_maxp" : !hheaWhole ? "needs_hhea" : barIf(hmtx, !hmtxWhole);
  }

  /** Why {@code loca} is not asked for; null if it is. */
  public @Nullable String locationsBar() {
    return !maxpWhole ? "needs_maxp" : !headWhole ? "needs_head" : barIf(loca, !locaWhole);
  }

  /** Why {@code cmap} is not asked for; null if it is. */
  public @Nullable String characterMapsBar() {
    if (!maxpWhole) {
      return "needs_maxp";
    }
    if (barIf(cmap, !form.isWholeCharacterMaps(cmap, numGlyphs)) != null) {
      return ILL_FORMED;
    }
    boolean tooLarge =
        cmap.isThere() && new CharacterMapSize(numbers, numGlyphs).isTooLarge(cmap.offset());
    return tooLarge ? "too_large" : null;
  }

  /** Why no glyph is asked for; null if they are. */
  public @Nullable String glyphsBar() {
    if (!maxpWhole || numbers.u32(maxp.offset()) != VERSION_1) {
      return "needs_maxp";
    }
    if (!headWhole) {
      return "needs_head";
    }
    if (!hmtxWhole) {
      return "needs_hmtx";
    }
    return locaWhole ? null : "needs_loca";
  }

  /** Looks at the glyphs one by one, given that {@link #glyphsBar} is null. */
  GlyphReach glyphs() {
    return new GlyphReach(
        numbers,
        new GlyphReach.Tables(
            numGlyphs,
            Math.max(1, numbers.u16(maxp.offset() + 30)),
            longOffsets,
            loca.offset(),
            glyf.offset(),
            glyf.offset() + glyf.length(),
            hmtx.offset(),
            longMetrics,
            reservedBits));
  }

  /**
   * Whether a date of {@code head} is one that FontBox can hold in milliseconds.
   *
   * @param at where it stands in the table
   */
  public boolean hasDate(int at) {
    long seconds = numbers.i64(head.offset() + at);
    return headWhole && seconds >= -SECONDS_MAX && seconds <= SECONDS_MAX;
  }

  /** Whether the texts of {@code name} start right behind its records, as they nearly always do. */
  boolean hasUsualNameStorage() {
    return !name.isThere()
        || numbers.u16(name.offset() + 4) == 6 + 12 * numbers.u16(name.offset() + 2);
  }

  private void locate() {
    for (int i = 0; i < tableCount; i++) {
      int record = HEADER_BYTES + RECORD_BYTES * i;
      Place place = new Place(numbers.u32(record + 8), numbers.u32(record + 12));
      if (place.offset() + place.length() > numbers.length()) {
        continue;
      }
      switch ((int) numbers.u32(record)) {
        case CMAP -> cmap = place;
        case GLYF -> glyf = place;
        case HEAD -> head = place;
        case HHEA -> hhea = place;
        case HMTX -> hmtx = place;
        case LOCA -> loca = place;
        case MAXP -> maxp = place;
        case NAME -> name = place;
        case POST -> post = place;
        default -> {}
      }
    }
  }

  /** Finds out whether the tables that others depend on are as long as they have to be. */
  private void measure() {
    maxpWhole =
        maxp.length() >= MAXP_BYTES
            || (maxp.length() >= MAXP_BYTES_BEFORE_VERSION_1
                && numbers.u32(maxp.offset()) < VERSION_1);
    if (maxpWhole) {
      numGlyphs = numbers.u16(maxp.offset() + 4);
    }
    headWhole = head.length() >= HEAD_BYTES;
    if (headWhole) {
      int format = numbers.u16(head.offset() + 50);
      longOffsets = format == 1;
      int entry = longOffsets ? 4 : 2;
      locaWhole =
          maxpWhole
              && format <= 1
              && loca.length() % entry == 0
              && loca.length() >= (numGlyphs + 1L) * entry;
    }
    hheaWhole = hhea.length() >= HHEA_BYTES;
    if (hheaWhole) {
      longMetrics = numbers.u16(hhea.offset() + 34);
      hmtxWhole =
          maxpWhole
              && longMetrics > 0
              && hmtx.length() >= 4L * longMetrics + 2L * Math.max(0, numGlyphs - longMetrics);
    }
  }

  /** Whether a table starts where the file does: for the port there is no such table. */
  private boolean hasTableAtZero() {
    for (int i = 0; i < tableCount; i++) {
      if (numbers.u32(HEADER_BYTES + RECORD_BYTES * i + 8) == 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether two tables have the same tag, so that it is anyone's guess which is meant. */
  private boolean hasDuplicateTags() {
    int[] tags = new int[tableCount];
    boolean ascending = true;
    for (int i = 0; i < tableCount; i++) {
      tags[i] = (int) numbers.u32(HEADER_BYTES + RECORD_BYTES * i);
      ascending &= i == 0 || Integer.compareUnsigned(tags[i - 1], tags[i]) < 0;
    }
    if (ascending) {
      return false;
    }
    Arrays.sort(tags);
    for (int i = 1; i < tableCount; i++) {
      if (tags[i - 1] == tags[i]) {
        return true;
      }
    }
    return false;
  }
}
