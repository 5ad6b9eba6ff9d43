package dev.lockstep.fonts.truetype.structure;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A font as its directory and tables, of which some can be changed or left out. What was right
 * before is right afterwards: offsets, lengths, checksums, the alignment of tables. What was wrong
 * stays wrong in the same way: a table may reach beyond the end of the file by as much as before,
 * and a checksum that does not fit stays as it is.
 */
final class FontFile {
  private static final int HEADER_BYTES = 12;
  private static final int RECORD_BYTES = 16;
  private static final int ALIGNMENT = 4;
  private static final int ADJUSTMENT_AT = 8;
  private static final int WHOLE_FILE_SUM = 0xB1B0AFBA;

  private final byte[] bytes;
  private final List<Entry> entries;

  /** Where tables start, of those that start behind the directory and before the end. */
  private final NavigableSet<Integer> starts = new TreeSet<>();

  private FontFile(byte[] bytes, List<Entry> entries) {
    this.bytes = bytes;
    this.entries = entries;
    for (Entry entry : entries) {
      if (entry.offset >= bodyAt(entries.size()) && entry.offset < bytes.length) {
        starts.add((int) entry.offset);
      }
    }
  }

  /** A line of the directory. */
  private record Entry(String tag, int checksum, long offset, long length) {}

  /** Reads a directory; empty if there is none, or it is not as long as it says. */
  static Optional<FontFile> of(byte[] bytes) {
    int count = Bytes.u16(bytes, 4);
    if (count == 0 || bodyAt(count) > bytes.length) {
      return Optional.empty();
    }
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int at = bodyAt(i);
      String tag =
          ""
              + (char) bytes[at]
              + (char) bytes[at + 1]
              + (char) bytes[at + 2]
              + (char) bytes[at + 3];
      entries.add(
          new Entry(
              tag,
              (int) Bytes.u32(bytes, at + 4),
              Bytes.u32(bytes, at + 8),
              Bytes.u32(bytes, at + 12)));
    }
    return Optional.of(new FontFile(bytes, entries));
  }

  private static int bodyAt(int tables) {
    return HEADER_BYTES + RECORD_BYTES * tables;
  }

  /** How many tables the directory lists. */
  int count() {
    return entries.size();
  }

  /** The place of a table in the directory; -1 if it is not there. */
  int indexOf(String tag) {
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i).tag.equals(tag)) {
        return i;
      }
    }
    return -1;
  }

  /** A copy of a table, as far as it is there and no other begins. */
  byte[] table(String tag) {
    int index = indexOf(tag);
    return index < 0 ? new byte[0] : table(index);
  }

  /** A copy of the table at a place in the directory. */
  byte[] table(int index) {
    Entry entry = entries.get(index);
    return starts.contains((int) entry.offset) && entry.offset < bytes.length
        ? Arrays.copyOfRange(bytes, (int) entry.offset, end(entry))
        : new byte[0];
  }

  private int end(Entry entry) {
    return (int) Math.min(entry.offset + entry.length, chunkEnd((int) entry.offset));
  }

  /** Where the next table starts, or the file ends. */
  private int chunkEnd(int start) {
    Integer next = starts.higher(start);
    return next == null ? bytes.length : next;
  }

  /** The font without a table. */
  byte[] without(int index) {
    return built(Map.of(), Set.of(index), false);
  }

  /** The font without what lies between its tables and behind them. */
  byte[] withoutGaps() {
    return built(Map.of(), Set.of(), true);
  }

  /** The font with another table at a place in the directory. */
  byte[] with(int index, byte[] table) {
    return built(Map.of(index, table), Set.of(), false);
  }

  /** The font with other tables; those that it does not have are passed over. */
  byte[] with(Map<String, byte[]> tables) {
    Map<Integer, byte[]> changed = new HashMap<>();
    tables.forEach((tag, table) -> {
      int index = indexOf(tag);
      if (index >= 0) {
        changed.put(index, table);
      }
    });
    return built(changed, Set.of(), false);
  }

  private byte[] built(Map<Integer, byte[]> changed, Set<Integer> gone, boolean tight) {
    int count = entries.size() - gone.size();
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
    out.write(bytes, 0, HEADER_BYTES);
    out.writeBytes(new byte[RECORD_BYTES * count]);
    if (!tight) {
      int bodyAt = bodyAt(entries.size());
      out.write(bytes, bodyAt, (starts.isEmpty() ? bytes.length : starts.first()) - bodyAt);
    }
    Map<Integer, Integer> moved = new HashMap<>();
    for (int start : starts) {
      if (isNeeded(start, gone)) {
        if (start % ALIGNMENT == 0) {
          out.writeBytes(new byte[(ALIGNMENT - out.size() % ALIGNMENT) % ALIGNMENT]);
        }
        moved.put(start, out.size());
        out.writeBytes(chunk(start, changed, tight));
      }
    }
    byte[] built = out.toByteArray();
    writeHeader(built, count);
    int at = HEADER_BYTES;
    for (int i = 0; i < entries.size(); i++) {
      if (!gone.contains(i)) {
        writeRecord(built, at, i, moved, changed);
        at += RECORD_BYTES;
      }
    }
    adjust(built);
    return built;
  }

  private boolean isNeeded(int start, Set<Integer> gone) {
    for (int i = 0; i < entries.size(); i++) {
      if (!gone.contains(i) && entries.get(i).offset == start) {
        return true;
      }
    }
    return false;
  }

  /** All from a table's start to the next one's. */
  private byte[] chunk(int start, Map<Integer, byte[]> changed, boolean tight) {
    int chunkEnd = chunkEnd(start);
    int longest = start;
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i).offset == start) {
        int end = end(entries.get(i));
        byte[] table = changed.get(i);
        if (table != null) {
          byte[] whole =
              Arrays.copyOfRange(bytes, start, isPadding(end, chunkEnd) ? end : chunkEnd);
          return Bytes.replaced(whole, 0, end - start, table);
        }
        longest = Math.max(longest, end);
      }
    }
    return Arrays.copyOfRange(bytes, start, tight ? longest : chunkEnd);
  }

  private boolean isPadding(int start, int end) {
    for (int i = start; i < end; i++) {
      if (bytes[i] != 0) {
        return false;
      }
    }
    return end - start < ALIGNMENT;
  }

  private void writeHeader(byte[] built, int count) {
    byte[] right = new byte[HEADER_BYTES];
    writeSearch(right, entries.size());
    Bytes.put16(built, 4, count);
    if (Arrays.equals(right, 6, HEADER_BYTES, bytes, 6, HEADER_BYTES)) {
      writeSearch(built, count);
    }
  }

  private static void writeSearch(byte[] header, int count) {
    int log = 31 - Integer.numberOfLeadingZeros(Math.max(1, count));
    Bytes.put16(header, 6, RECORD_BYTES << log);
    Bytes.put16(header, 8, log);
    Bytes.put16(header, 10, RECORD_BYTES * count - (RECORD_BYTES << log));
  }

  private void writeRecord(
      byte[] built, int at, int index, Map<Integer, Integer> moved, Map<Integer, byte[]> changed) {
    Entry entry = entries.get(index);
    System.arraycopy(bytes, bodyAt(index), built, at, RECORD_BYTES);
    if (entry.offset >= bytes.length) {
      Bytes.put32(built, at + 8, entry.offset - bytes.length + built.length);
    } else {
      Integer start = moved.get((int) entry.offset);
      Bytes.put32(built, at + 8, start == null ? entry.offset : start);
    }
    byte[] after = changed.get(index);
    if (after != null) {
      byte[] before = table(index);
      Bytes.put32(built, at + 12, entry.length - before.length + after.length);
      if (checksum(entry.tag, before) == entry.checksum) {
        Bytes.put32(built, at + 4, checksum(entry.tag, after));
      }
    }
  }

  /** That of {@code head} is taken without its field for the sum of the whole file. */
  private static int checksum(String tag, byte[] table) {
    int adjustment = tag.equals("head") ? (int) Bytes.u32(table, ADJUSTMENT_AT) : 0;
    return Bytes.sum(table) - adjustment;
  }

  /** Makes the whole file add up if it did before. */
  private void adjust(byte[] built) {
    if (Bytes.sum(bytes) == WHOLE_FILE_SUM) {
      FontFile.of(built)
          .map(font -> font.entries.get(Math.max(0, font.indexOf("head"))))
          .filter(head -> head.tag.equals("head") && head.length >= ADJUSTMENT_AT + 4)
          .filter(head -> head.offset < built.length)
          .ifPresent(head -> {
            int at = (int) head.offset + ADJUSTMENT_AT;
            Bytes.put32(built, at, 0);
            Bytes.put32(built, at, WHOLE_FILE_SUM - Bytes.sum(built));
          });
    }
  }
}
