package dev.lockstep.targets.hdrhistogram;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How many slots a written histogram has, and how many its range has. Contents are a list of
 * numbers, each zigzag in LEB128 of at most 9 bytes: a count, or, below 0, as many slots without.
 */
final class Slots {
  private static final int VARINT_BYTES_MAX = 9;
  private static final int GROUP_BITS = 7;

  private Slots() {}

  /** Of the contents. */
  static long written(byte[] written) {
    long slots = 0;
    for (long number : numbers(written)) {
      long more = number < 0 ? -Math.max(number, -Long.MAX_VALUE) : 1;
      slots = slots > Long.MAX_VALUE - more ? Long.MAX_VALUE : slots + more;
    }
    return slots;
  }

  /** Whether the last number of the contents goes on behind them. */
  static boolean isCut(byte[] written) {
    byte[] contents = contents(written);
    int whole = numbers(contents, new ArrayList<>());
    return whole < contents.length;
  }

  /** The contents; no further than to the first number that is cut off. */
  static List<Long> numbers(byte[] written) {
    List<Long> numbers = new ArrayList<>();
    numbers(contents(written), numbers);
    return numbers;
  }

  private static byte[] contents(byte[] written) {
    if (written.length < Format.HEADER_BYTES) {
      return new byte[0];
    }
    long length = Integer.toUnsignedLong(ByteBuffer.wrap(written).getInt(Format.PAYLOAD_LENGTH_AT));
    int end = (int) Math.min(written.length, Format.HEADER_BYTES + length);
    return Arrays.copyOfRange(written, Format.HEADER_BYTES, end);
  }

  /** Adds the numbers to a list; how many bytes the whole ones take. */
  private static int numbers(byte[] contents, List<Long> numbers) {
    long zigzag = 0;
    int start = 0;
    for (int i = 0; i < contents.length; i++) {
      long next = Byte.toUnsignedLong(contents[i]);
      int bytes = i - start;
      boolean isLast = bytes == VARINT_BYTES_MAX - 1;
      zigzag |= (isLast ? next : next & 0x7f) << (GROUP_BITS * bytes);
      if (isLast || (next & 0x80) == 0) {
        numbers.add((zigzag >>> 1) ^ -(zigzag & 1));
        zigzag = 0;
        start = i + 1;
      }
    }
    return start;
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
