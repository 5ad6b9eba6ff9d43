package dev.lockstep.targets.cff.font;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** An INDEX (5176, 5): byte strings, one after the other, behind their offsets. */
record Index(List<byte[]> items, int end) {
  private static final int OFFSET_SIZE_MAX = 4;

  /** Reads one that begins at {@code at}. */
  static Index read(byte[] font, int at) throws IllFormedException {
    Reader reader = new Reader(font, at);
    int count = reader.number(2);
    List<byte[]> items = new ArrayList<>(count);
    if (count == 0) {
      return new Index(items, reader.at());
    }
    int size = reader.number(1);
    if (size < 1 || size > OFFSET_SIZE_MAX || reader.number(size) != 1) {
      throw IllFormedException.illFormed();
    }
    int[] ends = new int[count];
    int last = 1;
    for (int i = 0; i < count; i++) {
      ends[i] = reader.number(size);
      if (ends[i] < last) {
        throw IllFormedException.illFormed();
      }
      last = ends[i];
    }
    int start = 1;
    for (int end : ends) {
      items.add(reader.take(end - start));
      start = end;
    }
    return new Index(items, reader.at());
  }

  /** The bytes of one with these items. */
  static byte[] write(List<byte[]> items) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    number(out, items.size(), 2);
    if (items.isEmpty()) {
      return out.toByteArray();
    }
    int total = 1 + items.stream().mapToInt(item -> item.length).sum();
    int size = total <= 0xFF ? 1 : total <= 0xFFFF ? 2 : OFFSET_SIZE_MAX;
    out.write(size);
    int offset = 1;
    number(out, offset, size);
    for (byte[] item : items) {
      offset += item.length;
      number(out, offset, size);
    }
    items.forEach(out::writeBytes);
    return out.toByteArray();
  }

  private static void number(ByteArrayOutputStream out, int value, int size) {
    for (int shift = 8 * (size - 1); shift >= 0; shift -= 8) {
      out.write(value >> shift);
    }
  }
}
