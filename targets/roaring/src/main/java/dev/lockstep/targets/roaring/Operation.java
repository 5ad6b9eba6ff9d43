package dev.lockstep.targets.roaring;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * One operation of a program, in {@value #BYTES} bytes: a code, a byte of flags, a value and a
 * count, both in little endian.
 *
 * @param code which operation, from 0 to {@value #CODES} - 1
 * @param flags 0 to 255
 * @param value an unsigned 32-bit number
 * @param count an unsigned 16-bit number
 */
record Operation(int code, int flags, long value, int count) {
  static final int BYTES = 8;
  static final int CODES = 24;

  /** Reads the next; the buffer holds at least {@value #BYTES} more. */
  static Operation next(ByteBuffer program) {
    program.order(ByteOrder.LITTLE_ENDIAN);
    return new Operation(
        (program.get() & 0xff) % CODES,
        program.get() & 0xff,
        Integer.toUnsignedLong(program.getInt()),
        program.getShort() & 0xffff);
  }

  /** The value as the library takes it. */
  int bits() {
    return (int) value;
  }

  /** The end of the range that begins at the value, exclusive: up to eight containers further. */
  long end() {
    return Math.min(value + ((long) count << (flags & 3)), 1L << 32);
  }
}
