package dev.lockstep.fonts.truetype;

/**
 * Says of the tables whose length depends on what is in them whether they hold all that, in the
 * order that the specification asks for.
 */
final class TableForm {
  private static final int NAME_BYTES = 6;
  private static final int NAME_RECORD_BYTES = 12;
  private static final int UNICODE = 0;
  private static final int WINDOWS = 3;

  private static final int POST_BYTES = 32;
  private static final int POST_2 = 0x0002_0000;
  private static final int POST_2_5 = 0x0002_8000;

  /** How many names every reader knows; the numbers from there on are the table's own. */
  private static final int STANDARD_NAMES = 258;

  /** Numbers from here on are reserved. */
  private static final int NAMES_MAX = 0x8000;

  private static final int LAST = 0xFFFF;
  private static final int CHARACTERS_MAX = 0x11_0000;
  private static final int SURROGATES = 0xD800;
  private static final int AFTER_SURROGATES = 0xE000;

  private final Numbers numbers;

  TableForm(Numbers numbers) {
    this.numbers = numbers;
  }

  /** Whether all records and texts are there, and those of UTF-16 have whole units. */
  boolean isWholeName(Place name) {
    if (name.length() < NAME_BYTES) {
      return false;
    }
    int count = numbers.u16(name.offset() + 2);
    int texts = numbers.u16(name.offset() + 4);
    if (NAME_BYTES + NAME_RECORD_BYTES * count > name.length() || texts > name.length()) {
      return false;
    }
    for (int i = 0; i < count; i++) {
      long record = name.offset() + NAME_BYTES + (long) NAME_RECORD_BYTES * i;
      int platform = numbers.u16(record);
      int length = numbers.u16(record + 8);
      boolean halved = (platform == UNICODE || platform == WINDOWS) && length % 2 != 0;
      if (halved || texts + numbers.u16(record + 10) + length > name.length()) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether the header is there, and all names that glyphs refer to, in ASCII.
   *
   * @param numGlyphs how many glyphs the font has; -1 if that is not known
   */
  boolean isWholePost(Place post, int numGlyphs) {
    if (post.length() < POST_BYTES) {
      return false;
    }
    int version = (int) numbers.u32(post.offset());
    if (version != POST_2 && version != POST_2_5) {
      return true;
    }
    if (post.length() < POST_BYTES + 2) {
      return false;
    }
    int glyphs = numbers.u16(post.offset() + POST_BYTES);
    if (version == POST_2_5) {
      // It has no names of its own, and FontBox goes by the number of glyphs.
      return POST_BYTES + 2 + glyphs <= post.length() && numGlyphs == glyphs;
    }
    return POST_BYTES + 2 + 2 * glyphs <= post.length() && hasNames(post, glyphs);
  }

  private boolean hasNames(Place post, int glyphs) {
    long at = post.offset() + POST_BYTES + 2;
    int names = 0;
    for (int i = 0; i < glyphs; i++, at += 2) {
      int name = numbers.u16(at);
      names = name < NAMES_MAX ? Math.max(names, name - STANDARD_NAMES + 1) : names;
    }
    long end = post.offset() + post.length();
    for (int i = 0; i < names; i++) {
      if (at >= end || at + 1 + numbers.u8(at) > end) {
        return false;
      }
      int length = numbers.u8(at++);
      for (int j = 0; j < length; j++) {
        if (numbers.u8(at++) >= 0x80) {
          return false;
        }
      }
    }
    return true;
  }

  /**
   * Whether all subtables of a known format are there, with codes that are characters.
   *
   * @param numGlyphs how many glyphs the font has
   */
  boolean isWholeCharacterMaps(Place cmap, int numGlyphs) {
    if (cmap.length() < 4) {
      return false;
    }
    int count = numbers.u16(cmap.offset() + 2);
    if (4 + 8L * count > cmap.length()) {
      return false;
    }
    for (int i = 0; i < count; i++) {
      long offset = numbers.u32(cmap.offset() + 4 + 8L * i + 4);
      if (offset + 2 > cmap.length()
          || !isWhole(cmap.offset() + offset, cmap.length() - offset, numGlyphs)) {
        return false;
      }
    }
    return true;
  }

  private boolean isWhole(long at, long room, int numGlyphs) {
    return switch (numbers.u16(at)) {
      case 0 -> room >= 262 && isLong(at, room, 262);
      case 2 -> room >= 526 && isLong(at, room, 526);
      case 4 ->
          room >= 16
              && isLong(at, room, 16 + 8L * (numbers.u16(at + 6) / 2))
              && segmentsInOrder(at);
      case 6 -> room >= 10 && isLong(at, room, 10 + 2L * numbers.u16(at + 8));
      case 8 -> room >= 8208 && isLonger(at, room, 8208, 12);
      case 10 ->
          room >= 20
              && isLonger(at, room, 20, 2)
              && hasCharacters(numbers.u32(at + 12), numbers.u32(at + 16));
      case 12 -> room >= 16 && isLonger(at, room, 16, 12) && groupsInOrder(at, Long.MAX_VALUE);
      case 13 -> room >= 16 && isLonger(at, room, 16, 12) && groupsInOrder(at, numGlyphs);
      case 14 -> room >= 10 && numbers.u32(at + 2) <= room;
      default -> true;
    };
  }

  /** With a length of 16 bits. */
  private boolean isLong(long at, long room, long least) {
    int length = numbers.u16(at + 2);
    return length >= least && length <= room;
  }

  /** With a length of 32 bits, and a count of items at the end of what comes before them. */
  private boolean isLonger(long at, long room, int before, int itemBytes) {
    long length = numbers.u32(at + 4);
    return length <= room && before + itemBytes * numbers.u32(at + before - 4) <= length;
  }

  /** Whether format 4 has segments that ascend and do not overlap, and their lists are there. */
  private boolean segmentsInOrder(long at) {
    int length = numbers.u16(at + 2);
    int segments = numbers.u16(at + 6) / 2;
    int before = -1;
    for (int i = 0; i < segments; i++) {
      int end = numbers.u16(at + 14 + 2L * i);
      int start = numbers.u16(at + 16 + 2L * segments + 2L * i);
      if (start <= before || start > end) {
        return false;
      }
      long listsAt = 16 + 8L * segments;
      long listAt = 16 + 6L * segments + 2L * i;
      int list = numbers.u16(at + listAt);
      // For the code that is no character, fonts have anything there.
      if (start < LAST
          && list != 0
          && (list % 2 != 0
              || listAt + list < listsAt
              || listAt + list + 2L * (end - start) + 2 > length)) {
        return false;
      }
      before = end;
    }
    return segments > 0;
  }

  /**
   * Whether the groups of format 12 or 13 ascend and do not overlap, and begin and end with
   * characters.
   *
   * @param glyphs their glyphs are less
   */
  private boolean groupsInOrder(long at, long glyphs) {
    long groups = numbers.u32(at + 12);
    long before = -1;
    for (long i = 0; i < groups; i++) {
      long start = numbers.u32(at + 16 + 12 * i);
      long end = numbers.u32(at + 20 + 12 * i);
      if (start <= before
          || start > end
          || !isCharacter(start)
          || !isCharacter(end)
          || numbers.u32(at + 24 + 12 * i) >= glyphs) {
        return false;
      }
      before = end;
    }
    return true;
  }

  /** Whether an array begins and ends with characters, if it has any. */
  private static boolean hasCharacters(long first, long count) {
    return count == 0 || (isCharacter(first) && isCharacter(first + count - 1));
  }

  private static boolean isCharacter(long code) {
    return code < CHARACTERS_MAX && (code < SURROGATES || code >= AFTER_SURROGATES);
  }
}
