package dev.lockstep.fonts.truetype.font;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes numbers as fonts hold them: most significant byte first. */
final class BigEndian {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  BigEndian u8(int value) {
    bytes.write(value);
    return this;
  }

  /** Signed and unsigned alike: the low 16 bits. */
  BigEndian u16(int value) {
    return u8(value >> 8).u8(value);
  }

  /** Signed and unsigned alike: the low 32 bits. */
  BigEndian u32(long value) {
    return u16((int) (value >> 16)).u16((int) value);
  }

  BigEndian u64(long value) {
    return u32(value >> 32).u32(value);
  }

  BigEndian latin1(String text) {
    return raw(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  BigEndian raw(byte[] more) {
    bytes.writeBytes(more);
    return this;
  }

  BigEndian zeros(int count) {
    return raw(new byte[count]);
  }

  /** Fills up to a multiple of {@code alignment} bytes. */
  BigEndian align(int alignment) {
    return zeros((alignment - size() % alignment) % alignment);
  }

  int size() {
    return bytes.size();
  }

  byte[] toBytes() {
    return bytes.toByteArray();
  }
}
