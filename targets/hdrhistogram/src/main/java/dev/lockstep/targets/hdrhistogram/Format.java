package dev.lockstep.targets.hdrhistogram;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.HdrHistogram.Histogram;

/** The formats V2 and V2 with deflate. */
final class Format {
  static final int HEADER_BYTES = 40;
  static final int PAYLOAD_LENGTH_AT = 4;
  private static final int NORMALIZING_AT = 8;
  static final int DIGITS_AT = 12;
  private static final int LOW_AT = 16;
  static final int HIGH_AT = 24;
  private static final int RATIO_AT = 32;

  /** Of a compressed histogram: a cookie and a length. */
  static final int OUTER_BYTES = 8;

  /** The last byte of a cookie, with the word size in its upper half. */
  static final int WORD_SIZE_AT = 3;

  static final int WORD_SIZE = 0x10;

  private static final int INFLATED_MAX = 4_096;
  static final int DIGITS_MAX = 2;
  private static final int DIGITS_MOST = 5;

  private static final int COOKIE_MASK = ~0xf0;
  private static final int COOKIE_V0 = 0x1c849308;
  private static final int COOKIE_V1 = 0x1c849301;

  private Format() {}

  /** A written histogram. */
  @SuppressWarnings("ArrayRecordComponent") // observed, never compared
  record Written(byte[] bytes) {
    static Written of(byte[] bytes) {
      return new Written(bytes);
    }
  }

  static byte[] write(Histogram histogram) {
    ByteBuffer buffer = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
    int length = histogram.encodeIntoByteBuffer(buffer);
    return Arrays.copyOf(buffer.array(), length);
  }

  static byte[] writeDeflated(Histogram histogram) {
    ByteBuffer buffer = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
    int length = histogram.encodeIntoCompressedByteBuffer(buffer);
    return Arrays.copyOf(buffer.array(), length);
  }

  static Histogram read(byte[] written) {
    return Histogram.decodeFromByteBuffer(ByteBuffer.wrap(written), 0);
  }

  static Histogram readDeflated(byte[] written) throws DataFormatException {
    return Histogram.decodeFromCompressedByteBuffer(ByteBuffer.wrap(written), 0);
  }

  /** What is inside of a compressed histogram; a stream that is not whole is refused. */
  static byte[] inflated(byte[] written) throws Rejected, DataFormatException {
    if (written.length < OUTER_BYTES) {
      throw new Rejected("shorter than its header");
    }
    byte[] inflated = new byte[INFLATED_MAX];
    try (Inflater inflater = new Inflater()) {
      inflater.setInput(written, OUTER_BYTES, written.length - OUTER_BYTES);
      int length = inflater.inflate(inflated);
      if (!inflater.finished()) {
        throw new Rejected("the stream does not end, or holds too much");
      }
      return Arrays.copyOf(inflated, length);
    }
  }

  /** What is inside of a compressed histogram; nothing if that cannot be told. */
  static byte[] inside(byte[] written) {
    try {
      return inflated(written);
    } catch (Rejected | DataFormatException e) {
      return new byte[0];
    }
  }

  /** The lowest value that a written histogram tells from 0; 0 if it is too short. */
  static long low(byte[] written) {
    return written.length < HEADER_BYTES ? 0 : ByteBuffer.wrap(written).getLong(LOW_AT);
  }

  /** Refuses what neither side is asked to read; the target's page says why. */
  static byte[] sound(byte[] written) throws Rejected {
    if (written.length < HEADER_BYTES) {
      throw new Rejected("shorter than its header");
    }
    ByteBuffer header = ByteBuffer.wrap(written);
    int cookie = header.getInt(0) & COOKIE_MASK;
    int digits = header.getInt(DIGITS_AT);
    long payload = Integer.toUnsignedLong(header.getInt(PAYLOAD_LENGTH_AT));
    if (cookie == COOKIE_V0 || cookie == COOKIE_V1) {
      throw new Rejected("an older format");
    }
    if (header.getInt(NORMALIZING_AT) != 0 || header.getDouble(RATIO_AT) != 1.0) {
      throw new Rejected("shifted, or of doubles");
    }
    if (Long.compareUnsigned(header.getLong(LOW_AT), Operation.LOW_MAX) > 0
        || header.getLong(HIGH_AT) < 0) {
      throw new Rejected("numbers that the sides do not share");
    }
    if (digits > DIGITS_MAX && digits <= DIGITS_MOST) {
      throw new Rejected("too fine");
    }
    if (payload > written.length - HEADER_BYTES) {
      throw new Rejected("longer than what is there");
    }
    if (Slots.numbers(written).stream().anyMatch(count -> count > Operation.COUNT_MAX)) {
      throw new Rejected("counts that add up to more than the sides share");
    }
    return written;
  }
}
