package dev.lockstep.targets.hdrhistogram;

import java.nio.ByteBuffer;

/**
 * How many slots a written histogram has, and how many its range has. Contents are a list of
 * numbers, each zigzag in LEB128 of at most 9 bytes: a count, or, below 0, as many slots without.
 */
final class Slots {
  private static final int VARINT_BYTES_MAX = 9;
  private static final int GROUP_BITS = 7;

  private Slots() {}

  /** Of the contents; no further than to the first number that is cut off. */
  static long written(byte[] written) {
    if (written.length < Format.HEADER_BYTES) {
      return 0;
    }
    ByteBuffer contents = ByteBuffer.wrap(written);
    long length = Integer.toUnsignedLong(contents.getInt(Format.PAYLOAD_LENGTH_AT));
    contents.limit((int) Math.min(written.length, Format.HEADER_BYTES + length));
    contents.position(Format.HEADER_BYTES);
    long slots = 0;
    while (contents.hasRemaining()) {
      long zigzag = 0;
      int bytes = 0;
      boolean goesOn = true;
      while (goesOn) {
        if (!contents.hasRemaining()) {
          return slots;
        }
        long next = Byte.toUnsignedLong(contents.get());
        boolean isLast = ++bytes == VARINT_BYTES_MAX;
        zigzag |= (isLast ? next : next & 0x7f) << (GROUP_BITS * (bytes - 1));
        goesOn = !isLast && (next & 0x80) != 0;
      }
      long number = (zigzag >>> 1) ^ -(zigzag & 1);
      long more = number < 0 ? -Math.max(number, -Long.MAX_VALUE) : 1;
      slots = slots > Long.MAX_VALUE - more ? Long.MAX_VALUE : slots + more;
    }
    return slots;
  }

  /** Of the range that the header tells; no end if it tells none. */
  static long ofRange(byte[] written) {
    if (written.length < Format.HEADER_BYTES) {
      return Long.MAX_VALUE;
    }
    ByteBuffer header = ByteBuffer.wrap(written);
    int digits = header.getInt(Format.DIGITS_AT);
    if (digits < 0 || digits > Format.DIGITS_MAX) {
      return Long.MAX_VALUE;
    }
    double finest = 2 * Math.pow(10, digits);
    int halfBits = Long.SIZE - Long.numberOfLeadingZeros((long) finest - 1) - 1;
    int unitBits = Long.SIZE - 1 - Long.numberOfLeadingZeros(Math.max(1, Format.low(written)));
    int highBits = Long.SIZE - Long.numberOfLeadingZeros(header.getLong(Format.HIGH_AT));
    long buckets = Math.max(1, highBits - halfBits - unitBits);
    return (buckets + 1) << halfBits;
  }
}
