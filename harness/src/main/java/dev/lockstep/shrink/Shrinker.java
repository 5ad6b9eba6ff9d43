package dev.lockstep.shrink;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Makes an input small by bytes, keeping what a predicate asks for.
 *
 * <p>Smaller means shorter, and of the same length, simpler byte by byte. The passes are those that
 * Hypothesis has shown to work: delete runs, from long to short; lower bytes; lower equal bytes
 * together; swap neighbours into order. They are repeated until none of them helps or the budget is
 * spent. The same input, predicate and budget in executions give the same result.
 *
 * <p>An input is kept only if the predicate held for it, so a result is never worse than the input.
 */
public final class Shrinker {
  private final Predicate<byte[]> keeps;
  private final ByteOrder order;
  private final long deadlineNanos;
  private final int executionsMax;
  private final Set<Long> tried = new HashSet<>();
  private byte[] best;
  private int executions;
  private int steps;

  private Shrinker(byte[] input, Predicate<byte[]> keeps, Duration time, int executionsMax) {
    this.best = input;
    this.keeps = keeps;
    this.order = ByteOrder.of(input);
    this.deadlineNanos = System.nanoTime() + time.toNanos();
    this.executionsMax = executionsMax;
  }

  /**
   * Shrinks an input.
   *
   * @param input must fulfil the predicate
   * @param keeps whether an input still shows what it is kept for
   * @param time stop after this long
   * @param executionsMax stop after asking the predicate this often
   */
  public static Shrunk shrink(
      byte[] input, Predicate<byte[]> keeps, Duration time, int executionsMax) {
    Shrinker shrinker = new Shrinker(input, keeps, time, executionsMax);
    boolean complete = shrinker.run();
    return new Shrunk(shrinker.best, shrinker.steps, shrinker.executions, complete);
  }

  /** Whether it ended because nothing smaller was left to try. */
  private boolean run() {
    int before;
    do {
      before = steps;
      deleteRuns();
      lowerBytes();
      lowerEqualBytes();
      swapNeighbours();
    } while (steps > before && !exhausted());
    return !exhausted();
  }

  /**
   * Tries to leave out runs of bytes, long ones first, from the end: what follows is most often
   * what is not needed.
   */
  private void deleteRuns() {
    for (int length = best.length; length >= 1; length = length / 2) {
      for (int end = best.length; end >= length && !exhausted(); ) {
        // Where a run could go, the next one is tried in its place.
        end =
            Math.min(
                offer(without(end - length, end)) ? end - length : end - step(length), best.length);
      }
    }
  }

  /** Short runs are tried at every place, long ones at every half of their length. */
  private static int step(int length) {
    return Math.max(1, length / 2);
  }

  private void lowerBytes() {
    for (int at = 0; at < best.length && !exhausted(); at++) {
      for (byte lower : order.simplerThan(best[at])) {
        byte[] candidate = best.clone();
        candidate[at] = lower;
        if (offer(candidate)) {
          break;
        }
      }
    }
  }

  /**
   * Bytes that must stay equal, such as a length that stands twice, can only be lowered together.
   */
  private void lowerEqualBytes() {
    for (int at = 0; at < best.length && !exhausted(); at++) {
      byte value = best[at];
      if (count(value) > 1) {
        for (byte lower : order.simplerThan(value)) {
          byte[] candidate = best.clone();
          for (int i = 0; i < candidate.length; i++) {
            if (candidate[i] == value) {
              candidate[i] = lower;
            }
          }
          if (offer(candidate)) {
            break;
          }
        }
      }
    }
  }

  private void swapNeighbours() {
    for (int at = 0; at + 1 < best.length && !exhausted(); at++) {
      if (order.rank(best[at]) > order.rank(best[at + 1])) {
        byte[] candidate = best.clone();
        candidate[at] = best[at + 1];
        candidate[at + 1] = best[at];
        offer(candidate);
      }
    }
  }

  private boolean offer(byte[] candidate) {
    if (exhausted() || !tried.add(hash(candidate))) {
      return false;
    }
    executions++;
    if (!keeps.test(candidate)) {
      return false;
    }
    best = candidate;
    steps++;
    return true;
  }

  private boolean exhausted() {
    return executions >= executionsMax || System.nanoTime() > deadlineNanos;
  }

  /** FNV-1a, 64 bits: two of the few thousand candidates will not meet. */
  private static long hash(byte[] bytes) {
    long hash = 0xcbf29ce484222325L;
    for (byte b : bytes) {
      hash = (hash ^ (b & 0xFF)) * 0x100000001b3L;
    }
    return hash;
  }

  private int count(byte value) {
    int count = 0;
    for (byte b : best) {
      count += b == value ? 1 : 0;
    }
    return count;
  }

  private byte[] without(int start, int end) {
    byte[] shorter = new byte[best.length - (end - start)];
    System.arraycopy(best, 0, shorter, 0, start);
    System.arraycopy(best, end, shorter, start, best.length - end);
    return shorter;
  }

  /**
   * What came of it.
   *
   * @param input the smallest that was found
   * @param steps how often something smaller was found
   * @param executions how often the predicate was asked
   * @param complete whether nothing smaller was left to try; otherwise the budget was spent
   */
  @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
  public record Shrunk(byte[] input, int steps, int executions, boolean complete) {}
}
