package dev.lockstep.fonts.truetype.structure;

/** Big-endian numbers in a table, and tables without some of their bytes. */
final class Bytes {
  private Bytes() {}

  /** An unsigned number of 16 bits; 0 where the table ends before it. */
  static int u16(byte[] table, int at) {
    return at < 0 || at > table.length - 2 ? 0 : ((table[at] & 0xFF) << 8) | (table[at + 1] & 0xFF);
  }

  /** An unsigned number of 32 bits; 0 where the table ends before it. */
  static long u32(byte[] table, int at) {
    return at < 0 || at > table.length - 4 ? 0 : ((long) u16(table, at) << 16) | u16(table, at + 2);
  }

  /** Writes the low 16 bits; nothing where the table ends before. */
  static void put16(byte[] table, int at, int value) {
    if (at >= 0 && at <= table.length - 2) {
      table[at] = (byte) (value >> 8);
      table[at + 1] = (byte) value;
    }
  }

  /** Writes the low 32 bits; nothing where the table ends before. */
  static void put32(byte[] table, int at, long value) {
    if (at >= 0 && at <= table.length - 4) {
      put16(table, at, (int) (value >> 16));
      put16(table, at + 2, (int) value);
    }
  }

  /** Without the bytes from {@code start} to {@code end}, as far as there are any. */
  static byte[] without(byte[] table, long start, long end) {
    int from = Math.clamp(start, 0, table.length);
    int to = Math.clamp(end, from, table.length);
    byte[] shorter = new byte[table.length - (to - from)];
    System.arraycopy(table, 0, shorter, 0, from);
    System.arraycopy(table, to, shorter, from, table.length - to);
    return shorter;
  }

  /** With {@code middle} in the place of the bytes from {@code start} to {@code end}. */
  static byte[] replaced(byte[] table, int start, int end, byte[] middle) {
    byte[] changed = new byte[start + middle.length + (table.length - end)];
    System.arraycopy(table, 0, changed, 0, start);
    System.arraycopy(middle, 0, changed, start, middle.length);
    System.arraycopy(table, end, changed, start + middle.length, table.length - end);
    return changed;
  }

  /** The sum of the 32-bit words, zeros added at the end: a table's checksum. */
  static int sum(byte[] table) {
    int sum = 0;
    for (int i = 0; i < table.length; i++) {
      sum += (table[i] & 0xFF) << (24 - 8 * (i % 4));
    }
    return sum;
  }
}
