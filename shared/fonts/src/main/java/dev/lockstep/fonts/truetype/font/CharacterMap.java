package dev.lockstep.fonts.truetype.font;

import java.util.List;

/**
 * A subtable of {@code cmap} and where it is listed.
 *
 * @param platform 0 Unicode, 1 Macintosh, 3 Windows
 * @param encoding the platform's number for it: for Windows 1 is the BMP, 10 all of Unicode
 */
public record CharacterMap(int platform, int encoding, Mapping mapping) {

  /** The subtable itself. */
  public sealed interface Mapping {}

  /** Format 0: one byte for each of 256 codes. */
  public record ByteMap(List<Integer> glyphs) implements Mapping {}

  /**
   * Format 4: segments of the BMP. The last, for 0xFFFF alone, is added unless a segment ends
   * there.
   */
  public record Segments(List<Segment> segments) implements Mapping {}

  /** Format 6: a run of codes. */
  public record Trimmed(int first, List<Integer> glyphs) implements Mapping {}

  /** Format 10: a run of 32-bit codes. */
  public record TrimmedLong(long first, List<Integer> glyphs) implements Mapping {}

  /** Format 12: groups of codes, each mapped in order. */
  public record Groups(List<Group> groups) implements Mapping {}

  /** Format 13: groups of codes, all of a group mapped to one glyph. */
  public record ManyToOne(List<Group> groups) implements Mapping {}

  /**
   * A segment of format 4.
   *
   * @param delta added to the code, or to what the list says
   * @param glyphs a list for the segment, or empty to map by {@code delta} alone
   */
  public record Segment(int start, int end, int delta, List<Integer> glyphs) {}

  /** A group of format 12 or 13; {@code glyph} is the first or the only one. */
  public record Group(long start, long end, long glyph) {}
}
