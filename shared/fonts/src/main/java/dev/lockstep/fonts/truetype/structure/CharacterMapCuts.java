package dev.lockstep.fonts.truetype.structure;

import static dev.lockstep.fonts.truetype.structure.Bytes.put16;
import static dev.lockstep.fonts.truetype.structure.Bytes.put32;
import static dev.lockstep.fonts.truetype.structure.Bytes.u16;
import static dev.lockstep.fonts.truetype.structure.Bytes.u32;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Makes {@code cmap} smaller. */
final class CharacterMapCuts {
  private static final int RECORDS_AT = 4;
  private static final int RECORD_BYTES = 8;
  private static final int RECORDS_MAX = 16;
  private static final int RANGES_MAX = 32;

  private static final int SEGMENTS_AT = 14;
  private static final int GROUPS_AT = 16;
  private static final int GROUP_BYTES = 12;

  private CharacterMapCuts() {}

  /** Without one of its records, and without the subtable if no other record has it. */
  static List<byte[]> withoutRecords(byte[] cmap) {
    List<byte[]> smaller = new ArrayList<>();
    int count = records(cmap);
    for (int i = 0; i < Math.min(count, RECORDS_MAX); i++) {
      long start = offset(cmap, i);
      byte[] table =
          isShared(cmap, i) ? cmap.clone() : resized(cmap, i, start, end(cmap, start), new byte[0]);
      int record = RECORDS_AT + RECORD_BYTES * i;
      table = Bytes.without(table, record, record + RECORD_BYTES);
      put16(table, 2, u16(cmap, 2) - 1);
      for (int j = 0; j < count - 1; j++) {
        put32(table, at(j), u32(table, at(j)) - RECORD_BYTES);
      }
      smaller.add(table);
    }
    return smaller;
  }

  /** Without a segment of format 4, or a group of format 12 or 13. */
  static List<byte[]> withoutRanges(byte[] cmap) {
    List<byte[]> smaller = new ArrayList<>();
    for (int i = 0; i < Math.min(records(cmap), RECORDS_MAX); i++) {
      long start = offset(cmap, i);
      long end = end(cmap, start);
      if (start < end) {
        byte[] subtable = Arrays.copyOfRange(cmap, (int) start, (int) end);
        for (byte[] shorter : withoutRange(subtable)) {
          smaller.add(resized(cmap, i, start, end, shorter));
        }
      }
    }
    return smaller;
  }

  private static List<byte[]> withoutRange(byte[] subtable) {
    return switch (u16(subtable, 0)) {
      case 4 -> withoutSegment(subtable);
      case 12, 13 -> withoutGroup(subtable);
      default -> List.of();
    };
  }

  private static List<byte[]> withoutSegment(byte[] subtable) {
    List<byte[]> smaller = new ArrayList<>();
    int count = u16(subtable, 6) / 2;
    int offsets = SEGMENTS_AT + 2 + 6 * count;
    for (int i = 0;
        i < Math.min(count, RANGES_MAX) && offsets + 2 * count <= subtable.length;
        i++) {
      byte[] table = subtable.clone();
      for (int j = 0; j < i; j++) {
        int toList = u16(table, offsets + 2 * j);
        put16(table, offsets + 2 * j, toList == 0 ? 0 : toList - 2);
      }
      put16(table, 2, u16(table, 2) - 8);
      put16(table, 6, 2 * (count - 1));
      int log = 31 - Integer.numberOfLeadingZeros(Math.max(1, count - 1));
      put16(table, 8, 2 << log);
      put16(table, 10, log);
      put16(table, 12, 2 * (count - 1) - (2 << log));
      for (int array = 3; array >= 0; array--) {
        int at = SEGMENTS_AT + (array > 0 ? 2 : 0) + 2 * count * array + 2 * i;
        table = Bytes.without(table, at, at + 2);
      }
      smaller.add(table);
    }
    return smaller;
  }

  private static List<byte[]> withoutGroup(byte[] subtable) {
    List<byte[]> smaller = new ArrayList<>();
    long count = u32(subtable, 12);
    for (int i = 0; i < Math.min(count, RANGES_MAX); i++) {
      int at = GROUPS_AT + GROUP_BYTES * i;
      byte[] table = subtable.clone();
      put32(table, 4, u32(table, 4) - GROUP_BYTES);
      put32(table, 12, count - 1);
      if (at + GROUP_BYTES <= table.length) {
        smaller.add(Bytes.without(table, at, at + GROUP_BYTES));
      }
    }
    return smaller;
  }

  /** As many as the table says and holds. */
  private static int records(byte[] cmap) {
    return Math.clamp((cmap.length - RECORDS_AT) / RECORD_BYTES, 0, u16(cmap, 2));
  }

  private static int at(int index) {
    return RECORDS_AT + RECORD_BYTES * index + 4;
  }

  private static long offset(byte[] cmap, int index) {
    return u32(cmap, at(index));
  }

  /** Where the next subtable starts, or the table ends. */
  private static long end(byte[] cmap, long start) {
    long end = cmap.length;
    for (int i = 0; i < records(cmap); i++) {
      long other = offset(cmap, i);
      end = other > start ? Math.min(end, other) : end;
    }
    return end;
  }

  private static boolean isShared(byte[] cmap, int index) {
    for (int i = 0; i < records(cmap); i++) {
      if (i != index && offset(cmap, i) == offset(cmap, index)) {
        return true;
      }
    }
    return offset(cmap, index) < RECORDS_AT + (long) RECORD_BYTES * records(cmap);
  }

  /** With other bytes for a subtable; those behind it move. */
  private static byte[] resized(byte[] cmap, int index, long start, long end, byte[] subtable) {
    if (start >= end || start < RECORDS_AT + (long) RECORD_BYTES * records(cmap)) {
      return cmap.clone();
    }
    byte[] table = cmap.clone();
    for (int i = 0; i < records(cmap); i++) {
      if (i != index && offset(cmap, i) >= end) {
        put32(table, at(i), offset(cmap, i) - (end - start) + subtable.length);
      }
    }
    return Bytes.replaced(table, (int) start, (int) end, subtable);
  }
}
