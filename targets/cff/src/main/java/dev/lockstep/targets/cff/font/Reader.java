package dev.lockstep.targets.cff.font;

import java.util.Arrays;

/** Reads big-endian numbers, and ends where the bytes do. */
final class Reader {
  private final byte[] bytes;
  private int at;

  Reader(byte[] bytes, int at) throws IllFormedException {
    if (at < 0 || at > bytes.length) {
      throw IllFormedException.illFormed();
    }
    this.bytes = bytes;
    this.at = at;
  }

  boolean hasMore() {
    return at < bytes.length;
  }

  int at() {
    return at;
  }

  int number(int size) throws IllFormedException {
    if (bytes.length - at < size) {
      throw IllFormedException.illFormed();
    }
    int number = 0;
    for (int i = 0; i < size; i++) {
      number = (number << 8) | (bytes[at++] & 0xFF);
    }
    return number;
  }

  byte[] take(int count) throws IllFormedException {
    if (count < 0 || bytes.length - at < count) {
      throw IllFormedException.illFormed();
    }
    at += count;
    return Arrays.copyOfRange(bytes, at - count, at);
  }
}
