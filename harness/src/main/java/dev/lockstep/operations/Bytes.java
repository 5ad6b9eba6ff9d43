package dev.lockstep.operations;

import java.io.ByteArrayOutputStream;

/** The bytes of a program, read or written in little endian. */
final class Bytes {
  private Bytes() {}

  /** Reads; behind the last byte there are zeros without end. */
  static final class Reader {
    private final byte[] input;
    private int at;

    Reader(byte[] input, int from) {
      this.input = input;
      this.at = from;
    }

    boolean hasMore() {
      return at < input.length;
    }

    long next(int width) {
      long value = 0;
      for (int i = 0; i < width; i++) {
        if (at < input.length) {
          value |= (input[at++] & 0xFFL) << (8 * i);
        }
      }
      return value;
    }
  }

  /** Writes. */
  static final class Writer {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    void put(long value, int width) {
      for (int i = 0; i < width; i++) {
        out.write((int) (value >>> (8 * i)));
      }
    }

    byte[] toBytes() {
      return out.toByteArray();
    }

    int size() {
      return out.size();
    }
  }
}
