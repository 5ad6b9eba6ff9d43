package dev.lockstep.port;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** An input slot that keeps no record and grows as needed. */
public final class ScratchInput implements InputSlot {
  private static final int INITIAL_BYTES = 1 << 16;

  private MemorySegment memory = Arena.ofAuto().allocate(INITIAL_BYTES, Long.BYTES);

  /** Makes an empty slot. */
  public ScratchInput() {}

  @Override
  public long put(byte[] input) {
    if (input.length > memory.byteSize()) {
      memory = Arena.ofAuto().allocate(2L * input.length, Long.BYTES);
    }
    MemorySegment.copy(input, 0, memory, JAVA_BYTE, 0, input.length);
    return memory.address();
  }

  @Override
  public long aside(byte[] written) {
    return put(written);
  }

  @Override
  public void running(Activity activity, long nanos) {}
}
