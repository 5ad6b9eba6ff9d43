package dev.lockstep.engine;

import com.code_intelligence.jazzer.api.Jazzer;
import dev.lockstep.pair.Pair;

/**
 * Looks for inputs on which one side is far slower than the other, and leads libFuzzer towards
 * them. Wall time is noisy: nothing is believed before it has happened again.
 */
final class CostWatch {
  /** Below this, the ratio of two times says nothing. */
  private static final long SLOW_NANOS_MIN = 100_000;

  private static final long SUSPICIOUS_NANOS_MIN = 10_000_000;
  private static final long FAST_NANOS_MIN = 1_000;
  private static final int CONFIRMATIONS = 2;

  /** Steps for each doubling of the ratio; and their range, which is what libFuzzer gets to see. */
  private static final int STEPS = 4;

  private static final int STEPS_MAX = 96;
  private static final int COUNTER_ID = 0x10c5_7e90;

  private final int factorMax;
  private int best;
  private boolean led;
  private long toldNanos;

  /**
   * Watches.
   *
   * @param factorMax how many times as long as the other side a side may take
   */
  CostWatch(int factorMax) {
    this.factorMax = factorMax;
  }

  /**
   * Looks at what the last execution took.
   *
   * @param pair has just run {@code input}, and may run it again
   * @return whether one side took suspiciously long, and half as long again as when that was last
   *     said: the first are near the limit, where nobody may believe them
   */
  boolean isSuspicious(Pair pair, byte[] input) {
    led = false;
    long slow = Math.max(pair.portNanos(), pair.originalNanos());
    if (slow < SLOW_NANOS_MIN) {
      return false;
    }
    long fast = Math.max(FAST_NANOS_MIN, Math.min(pair.portNanos(), pair.originalNanos()));
    boolean suspicious = isDear(slow, fast);
    if (!suspicious && steps(slow, fast) <= best) {
      return false;
    }
    long port = pair.portNanos();
    long original = pair.originalNanos();
    for (int i = 0; i < CONFIRMATIONS; i++) {
      pair.agree(input);
      port = Math.min(port, pair.portNanos());
      original = Math.min(original, pair.originalNanos());
    }
    slow = Math.max(port, original);
    fast = Math.max(FAST_NANOS_MIN, Math.min(port, original));
    lead(slow < SLOW_NANOS_MIN ? 0 : steps(slow, fast));
    if (!isDear(slow, fast)) {
      return false;
    }
    toldNanos = slow;
    return true;
  }

  /** Whether the last input was dearer, in proportion, than all before it. */
  boolean leads() {
    return led;
  }

  private boolean isDear(long slow, long fast) {
    return slow > SUSPICIOUS_NANOS_MIN
        && slow > toldNanos + toldNanos / 2
        && slow / fast >= factorMax;
  }

  private void lead(int steps) {
    if (steps > best) {
      best = steps;
      led = true;
      Jazzer.maximize(steps, 0, STEPS_MAX, STEPS_MAX, COUNTER_ID);
    }
  }

  /** The logarithm of the ratio. */
  private static int steps(long slow, long fast) {
    double doublings = Math.log((double) slow / fast) / Math.log(2);
    return (int) Math.min(STEPS_MAX, Math.round(doublings * STEPS));
  }
}
