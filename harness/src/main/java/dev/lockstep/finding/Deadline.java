package dev.lockstep.finding;

import java.time.Duration;

/**
 * The last guard over work that is bounded by executions: when it is over, the work is left where
 * it is, and says that it is not done.
 */
final class Deadline {
  private final long startNanos = System.nanoTime();
  private final long nanos;

  private Deadline(long nanos) {
    this.nanos = nanos;
  }

  static Deadline in(Duration time) {
    return new Deadline(time.toNanos());
  }

  Duration left() {
    return Duration.ofNanos(Math.max(0, nanos - (System.nanoTime() - startNanos)));
  }

  boolean isOver() {
    return left().isZero();
  }
}
