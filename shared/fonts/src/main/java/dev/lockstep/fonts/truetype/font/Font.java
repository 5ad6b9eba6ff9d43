package dev.lockstep.fonts.truetype.font;

import java.util.List;

/**
 * A TrueType font.
 *
 * @param head what {@code head} says and nothing else follows from
 * @param glyphs from glyph 0 on
 * @param longMetrics how many glyphs have an advance of their own in {@code hmtx}; the rest repeat
 *     the last
 * @param maps the subtables of {@code cmap}
 * @param names the records of the naming table
 * @param post the {@code post} table
 * @param layout how the tables lie in the file
 */
public record Font(
    Head head,
    List<Glyph> glyphs,
    int longMetrics,
    List<CharacterMap> maps,
    List<Name> names,
    Post post,
    Layout layout) {

  /** The font as a file. */
  public byte[] toBytes() {
    return FontEncoder.encode(this);
  }

  /**
   * Parts of {@code head}.
   *
   * @param unitsPerEm 16 to 16384 in a valid font
   * @param flags as the specification numbers them
   * @param macStyle bit 0 bold, bit 1 italic
   * @param created seconds since the start of 1904
   */
  public record Head(int unitsPerEm, int flags, int macStyle, long created) {}

  /**
   * How the tables lie in the file.
   *
   * @param version the first four bytes: 0x00010000, or Apple's {@code true}
   * @param longOffsets whether {@code loca} has 32-bit offsets
   * @param order the tags in the order in which the tables lie; those not named follow, sorted
   * @param sortedDirectory whether the directory is sorted by tag, as it must be, or follows the
   *     order of the tables
   * @param maxComponentDepth what {@code maxp} says
   * @param extra further tables
   */
  public record Layout(
      int version,
      boolean longOffsets,
      List<String> order,
      boolean sortedDirectory,
      int maxComponentDepth,
      List<Table> extra) {}

  /** A table as it is. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Table(String tag, byte[] bytes) {}
}
