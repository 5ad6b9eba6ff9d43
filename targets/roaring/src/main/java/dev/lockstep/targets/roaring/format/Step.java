package dev.lockstep.targets.roaring.format;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * One operation of a program, as the target's adapters read it.
 *
 * @param code which operation: its place in the table of the target's page
 * @param flags what it makes of them differs
 * @param value an unsigned 32-bit number
 * @param count an unsigned 16-bit number
 */
public record Step(int code, int flags, long value, int count) {
  private static final int BYTES = 8;

  /** Writes it. */
  public byte[] toBytes() {
    return ByteBuffer.allocate(BYTES)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put((byte) code)
        .put((byte) flags)
        .putInt((int) value)
        .putShort((short) count)
        .array();
  }
}
