package dev.lockstep.shrink;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/** The best input so far, and the only way to a better one. Asks for no input twice. */
final class Search {
  private final Predicate<byte[]> keeps;
  private final long startNanos = System.nanoTime();
  private final long timeNanos;
  private final int executionsMax;
  private final Set<Long> tried = new HashSet<>();
  private byte[] best;
  private int executions;
  private int steps;

  Search(byte[] input, Predicate<byte[]> keeps, Duration time, int executionsMax) {
    this.best = input;
    this.keeps = keeps;
    this.timeNanos = time.toNanos();
    this.executionsMax = executionsMax;
    tried.add(hash(input));
  }

  /** The best input so far; not to be changed. */
  byte[] best() {
    return best;
  }

  int length() {
    return best.length;
  }

  /** How often the predicate was asked. */
  int executions() {
    return executions;
  }

  /** How often something better was found. */
  int steps() {
    return steps;
  }

  boolean exhausted() {
    return executions >= executionsMax || System.nanoTime() - startNanos > timeNanos;
  }

  /**
   * Offers an input that would be better than the best.
   *
   * @return whether it is the best now
   */
  boolean offer(byte[] candidate) {
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

  /** FNV-1a, 64 bits: two of the few thousand candidates will not meet. */
  private static long hash(byte[] bytes) {
    long hash = 0xcbf29ce484222325L;
    for (byte b : bytes) {
      hash = (hash ^ (b & 0xFF)) * 0x100000001b3L;
    }
    return hash;
  }
}
