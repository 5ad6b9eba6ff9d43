package dev.lockstep.port;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;

/** The comparisons of unequal values that a port in a worker made for its last answer. */
public final class Comparisons {
  /** Layout of a slot: caller's address, the two values, the hook. */
  static final int SLOT_BYTES = 32;

  static final int SLOTS = 64;
  private static final int HOOK_AT = 3 * Long.BYTES;

  private final MemorySegment slots;

  Comparisons(MemorySegment slots) {
    this.slots = slots;
  }

  /** Takes comparisons. */
  @FunctionalInterface
  public interface Sink {
    /**
     * Takes one.
     *
     * @param hook which of the hooks of {@code docs/seam.md}, counted from 1
     * @param pc the caller's address
     */
    void compared(int hook, long pc, long a, long b);
  }

  /** Hands over all that were kept. They stay until the next question. */
  public void forEach(Sink sink) {
    for (long at = 0; at < slots.byteSize(); at += SLOT_BYTES) {
      int hook = slots.get(JAVA_INT, at + HOOK_AT);
      if (hook != 0) {
        sink.compared(
            hook,
            slots.get(JAVA_LONG, at),
            slots.get(JAVA_LONG, at + Long.BYTES),
            slots.get(JAVA_LONG, at + 2 * Long.BYTES));
      }
    }
  }

  /** Empties all slots. */
  void clear() {
    slots.fill((byte) 0);
  }
}
