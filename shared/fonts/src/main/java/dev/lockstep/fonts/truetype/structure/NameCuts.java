package dev.lockstep.fonts.truetype.structure;

import static dev.lockstep.fonts.truetype.structure.Bytes.put16;
import static dev.lockstep.fonts.truetype.structure.Bytes.u16;

import java.util.ArrayList;
import java.util.List;

/** Makes {@code name} smaller. */
final class NameCuts {
  private static final int RECORDS_AT = 6;
  private static final int RECORD_BYTES = 12;
  private static final int RECORDS_MAX = 32;
  private static final int CHARACTER_BYTES = 2;

  private NameCuts() {}

  /** Without one of its records, and without the text if no other record has a part of it. */
  static List<byte[]> withoutRecords(byte[] name) {
    List<byte[]> smaller = new ArrayList<>();
    int count = records(name);
    for (int i = 0; i < Math.min(count, RECORDS_MAX); i++) {
      byte[] table = withShorterText(name, i, 0);
      int record = RECORDS_AT + RECORD_BYTES * i;
      table = Bytes.without(table, record, record + RECORD_BYTES);
      put16(table, 2, count - 1);
      if (u16(name, 4) >= RECORDS_AT + RECORD_BYTES * count) {
        put16(table, 4, u16(name, 4) - RECORD_BYTES);
      }
      smaller.add(table);
    }
    return smaller;
  }

  /** With a shorter text: none, half of it, without the last character. */
  static List<byte[]> withShorterTexts(byte[] name) {
    List<byte[]> smaller = new ArrayList<>();
    for (int i = 0; i < Math.min(records(name), RECORDS_MAX); i++) {
      int length = u16(name, RECORDS_AT + RECORD_BYTES * i + 8);
      int half = length / 2 / CHARACTER_BYTES * CHARACTER_BYTES;
      for (int kept : new int[] {0, half, length - CHARACTER_BYTES}) {
        if (kept >= 0 && kept < length) {
          smaller.add(withShorterText(name, i, kept));
        }
      }
    }
    return smaller;
  }

  /** As many as the table says and holds. */
  private static int records(byte[] name) {
    return Math.clamp((name.length - RECORDS_AT) / RECORD_BYTES, 0, u16(name, 2));
  }

  private static byte[] withShorterText(byte[] name, int index, int kept) {
    int texts = u16(name, 4);
    int record = RECORDS_AT + RECORD_BYTES * index;
    int start = u16(name, record + 10) + kept;
    int end = u16(name, record + 10) + u16(name, record + 8);
    byte[] table = name.clone();
    put16(table, record + 8, kept);
    if (texts < RECORDS_AT + RECORD_BYTES * records(name)
        || texts + end > name.length
        || isShared(name, index, start, end)) {
      return table;
    }
    for (int i = 0; i < records(name); i++) {
      int other = RECORDS_AT + RECORD_BYTES * i;
      if (i != index && u16(name, other + 10) >= end) {
        put16(table, other + 10, u16(name, other + 10) - (end - start));
      }
    }
    return Bytes.without(table, texts + start, texts + end);
  }

  private static boolean isShared(byte[] name, int index, int start, int end) {
    for (int i = 0; i < records(name); i++) {
      int other = u16(name, RECORDS_AT + RECORD_BYTES * i + 10);
      int length = u16(name, RECORDS_AT + RECORD_BYTES * i + 8);
      if (i != index && length > 0 && other < end && other + length > start) {
        return true;
      }
    }
    return false;
  }
}
