package dev.lockstep.engine;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * Makes an input that is dear dearer, faster than mutations do: what costs time is mostly that
 * something is there many times, so the longest run of one byte is made twice as long, as long as
 * the time grows with it.
 */
final class CostClimb {
  /** Dearer than this need not be. */
  private static final long ENOUGH_NANOS = 150_000_000;

  private final ToLongFunction<byte[]> nanos;
  private final int inputBytesMax;

  /**
   * Climbs.
   *
   * @param nanos runs an input and says how long the slower side took
   * @param inputBytesMax the longest input that may be run
   */
  CostClimb(ToLongFunction<byte[]> nanos, int inputBytesMax) {
    this.nanos = nanos;
    this.inputBytesMax = inputBytesMax;
  }

  /**
   * Climbs from an input as far as it goes.
   *
   * @return the dearest, if it is another
   */
  Optional<byte[]> from(byte[] input) {
    byte[] best = input;
    long bestNanos = nanos.applyAsLong(input);
    while (bestNanos < ENOUGH_NANOS) {
      byte[] longer = stretched(best, inputBytesMax);
      if (longer.length == best.length) {
        break;
      }
      long took = nanos.applyAsLong(longer);
      if (took < bestNanos + bestNanos / 4) {
        break;
      }
      best = longer;
      bestNanos = took;
    }
    return best.length > input.length ? Optional.of(best) : Optional.empty();
  }

  /** The longest run of one byte twice as long, or as long as there is room for. */
  static byte[] stretched(byte[] input, int inputBytesMax) {
    int from = 0;
    int length = 0;
    for (int i = 0, start = 0; i < input.length; i++) {
      if (input[i] != input[start]) {
        start = i;
      }
      if (i - start + 1 > length) {
        from = start;
        length = i - start + 1;
      }
    }
    int more = Math.max(0, Math.min(length, inputBytesMax - input.length));
    byte[] stretched = Arrays.copyOf(input, input.length + more);
    System.arraycopy(input, from, stretched, from + more, input.length - from);
    Arrays.fill(stretched, from, from + more, more == 0 ? 0 : input[from]);
    return stretched;
  }
}
