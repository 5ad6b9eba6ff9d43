package dev.lockstep.port;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.BitSet;

/**
 * A row of coverage counters in native memory, one byte an edge, and which of them were ever more
 * than zero.
 */
public final class Counters {
  private static final MemorySegment MEMORY = MemorySegment.NULL.reinterpret(Long.MAX_VALUE);

  private final long address;

  /** A byte of ones for each edge that was reached. */
  private long[] seen = new long[0];

  private int reached;

  /**
   * Watches the counters at an address, which must stay valid.
   *
   * @param address of the first counter
   */
  public Counters(long address) {
    this.address = address;
  }

  /**
   * Looks at the first {@code length} counters.
   *
   * @return whether an edge was reached that had never been reached before
   */
  public boolean update(long length) {
    int words = Math.toIntExact(length / Long.BYTES);
    if (seen.length <= words) {
      seen = Arrays.copyOf(seen, words + 1);
    }
    int before = reached;
    for (int i = 0; i < words; i++) {
      long now = MEMORY.get(JAVA_LONG_UNALIGNED, address + (long) i * Long.BYTES);
      if ((now & ~seen[i]) != 0) {
        reach(i, now);
      }
    }
    long rest = 0;
    for (long at = (long) words * Long.BYTES; at < length; at++) {
      rest |= (MEMORY.get(JAVA_BYTE, address + at) & 0xFFL) << (at % Long.BYTES * Byte.SIZE);
    }
    if ((rest & ~seen[words]) != 0) {
      reach(words, rest);
    }
    return reached > before;
  }

  /** Which of the first {@code length} counters are more than zero now. */
  public BitSet hit(long length) {
    BitSet hit = new BitSet(Math.toIntExact(length));
    for (int at = 0; at < length; at++) {
      hit.set(at, MEMORY.get(JAVA_BYTE, address + at) != 0);
    }
    return hit;
  }

  /** Sets the first {@code length} counters to zero. */
  public void clear(long length) {
    MEMORY.asSlice(address, length).fill((byte) 0);
  }

  /** How many edges were ever reached. */
  public int reached() {
    return reached;
  }

  private void reach(int word, long now) {
    for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
      long mask = 0xFFL << shift;
      if ((now & mask) != 0 && (seen[word] & mask) == 0) {
        seen[word] |= mask;
        reached++;
      }
    }
  }
}
