package dev.lockstep.targets.inflate.stream;

import java.io.ByteArrayOutputStream;

/** Packs bits into bytes from the least significant bit on (RFC 1951, 3.1.1). */
final class BitWriter {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private int pending;
  private int pendingBits;

  /** Writes a number, its least significant bit first. */
  void number(int value, int bits) {
    for (int i = 0; i < bits; i++) {
      bit(value >> i & 1);
    }
  }

  /** Writes a Huffman code, its most significant bit first. */
  void code(int code, int bits) {
    for (int i = bits - 1; i >= 0; i--) {
      bit(code >> i & 1);
    }
  }

  /** Fills the byte that has been begun with zeros. */
  void align() {
    while (pendingBits != 0) {
      bit(0);
    }
  }

  /** All that was written, the last byte filled with zeros. */
  byte[] toBytes() {
    align();
    return bytes.toByteArray();
  }

  private void bit(int bit) {
    pending |= bit << pendingBits;
    pendingBits++;
    if (pendingBits == Byte.SIZE) {
      bytes.write(pending);
      pending = 0;
      pendingBits = 0;
    }
  }
}
