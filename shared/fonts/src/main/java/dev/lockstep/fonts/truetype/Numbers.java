package dev.lockstep.fonts.truetype;

/** Big-endian numbers anywhere in an input. */
final class Numbers {
  private final byte[] input;

  Numbers(byte[] input) {
    this.input = input;
  }

  int length() {
    return input.length;
  }

  /** An unsigned byte, -1 where the input ends before it. */
  int u8(long at) {
    return at >= input.length ? -1 : input[(int) at] & 0xFF;
  }

  /** An unsigned number of 16 bits, -1 where the input ends before it. */
  int u16(long at) {
    return at + 2 > input.length
        ? -1
        : ((input[(int) at] & 0xFF) << 8) | (input[(int) at + 1] & 0xFF);
  }

  /** A signed number of 16 bits, -1 where the input ends before it. */
  short i16(long at) {
    return (short) u16(at);
  }

  /** An unsigned number of 32 bits, -1 where the input ends before it. */
  long u32(long at) {
    return at + 4 > input.length ? -1 : ((long) u16(at) << 16) | u16(at + 2);
  }

  /** A signed number of 64 bits; undefined where the input ends before it. */
  long i64(long at) {
    return (u32(at) << 32) | u32(at + 4);
  }
}
