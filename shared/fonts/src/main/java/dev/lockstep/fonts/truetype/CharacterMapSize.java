package dev.lockstep.fonts.truetype;

/**
 * Counts the code points that the subtables of {@code cmap} cover in all, as far as they can be
 * read: FontBox puts every one of them into a table of its own when it reads the font.
 */
final class CharacterMapSize {
  /** Beyond this it no longer matters how many there are. */
  static final int CODE_POINTS_MAX = 4096;

  private final Numbers numbers;
  private final int numGlyphs;

  CharacterMapSize(Numbers numbers, int numGlyphs) {
    this.numbers = numbers;
    this.numGlyphs = numGlyphs;
  }

  boolean isTooLarge(long cmap) {
    long count = 0;
    int subtables = numbers.u16(cmap + 2);
    for (int i = 0; i < subtables && count <= CODE_POINTS_MAX; i++) {
      long offset = numbers.u32(cmap + 4 + 8L * i + 4);
      if (offset >= 0) {
        count += inSubtable(cmap + offset);
      }
    }
    return count > CODE_POINTS_MAX;
  }

  private long inSubtable(long subtable) {
    return switch (numbers.u16(subtable)) {
      case 2 -> inSubheaders(subtable);
      case 4 -> inSegments(subtable);
      case 8 -> inGroups(subtable + 12 + 8192, Long.MAX_VALUE);
      case 12 -> inGroups(subtable + 12, numGlyphs);
      case 13 -> inGroups(subtable + 12, Long.MAX_VALUE);
      default -> 0;
    };
  }

  private long inSubheaders(long subtable) {
    int last = 0;
    for (int i = 0; i < 256; i++) {
      last = Math.max(last, numbers.u16(subtable + 6 + 2L * i) / 8);
    }
    long count = 0;
    for (int i = 0; i <= last; i++) {
      count += Math.max(0, numbers.u16(subtable + 518 + 8L * i + 2));
    }
    return count;
  }

  private long inSegments(long subtable) {
    int segments = numbers.u16(subtable + 6) / 2;
    long ends = subtable + 14;
    long starts = ends + 2L * segments + 2;
    long count = 0;
    for (int i = 0; i < segments && starts + 2L * i + 2 <= numbers.length(); i++) {
      int end = numbers.u16(ends + 2L * i);
      int start = numbers.u16(starts + 2L * i);
      if (start != 0xFFFF && end != 0xFFFF) {
        count += Math.max(0, end - start + 1);
      }
    }
    return count;
  }

  private long inGroups(long at, long most) {
    long groups = numbers.u32(at);
    long count = 0;
    for (long i = 0; i < groups && at + 4 + 12 * i + 8 <= numbers.length(); i++) {
      long start = numbers.u32(at + 4 + 12 * i);
      long end = numbers.u32(at + 8 + 12 * i);
      count += Math.clamp(end - start + 1, 0, most);
      if (count > CODE_POINTS_MAX) {
        break;
      }
    }
    return count;
  }
}
