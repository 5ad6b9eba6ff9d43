package dev.lockstep.supervise;

import dev.lockstep.port.FlightRecorder;
import dev.lockstep.port.FlightRecorder.Count;
import dev.lockstep.port.InputSlot.Activity;
import java.time.Duration;

/**
 * Says when an engine has been at one input for too long. It goes by wall time and gives twice what
 * the target allows: whether it was a hang is said later, by whoever runs the input alone. While
 * the engine still loads classes for the input it is getting ready, not hanging: weaving coverage
 * into a large class can take longer than the input itself, on a busy machine much longer.
 */
final class HangWatch {
  private static final int TIMES_THE_LIMIT = 2;
  private static final Duration LEAST = Duration.ofSeconds(1);

  /** A worker has its own limits; the engine is ended only if it seems to have lost its worker. */
  private static final Duration ISOLATED = Duration.ofSeconds(60);

  private final long limitNanos;
  private long lastSequence = -1;
  private long lastClasses = -1;
  private long loadedNanos;

  /**
   * Watches one engine.
   *
   * @param timeMax of the target, for one run of one side
   */
  HangWatch(Duration timeMax) {
    Duration limit = timeMax.multipliedBy(TIMES_THE_LIMIT);
    this.limitNanos = (limit.compareTo(LEAST) < 0 ? LEAST : limit).toNanos();
  }

  /** Looks, a few times a second. */
  boolean hangs(FlightRecorder recorder) {
    long sequence = recorder.sequence();
    boolean moved = sequence != lastSequence;
    lastSequence = sequence;
    long now = System.nanoTime();
    long classes = recorder.get(Count.CLASSES);
    if (classes != lastClasses) {
      lastClasses = classes;
      loadedNanos = now;
    }
    Activity activity = recorder.activity();
    if (moved || activity == Activity.IDLE) {
      return false;
    }
    long limit =
        activity == Activity.PORT_ISOLATED ? Math.max(limitNanos, ISOLATED.toNanos()) : limitNanos;
    return Math.min(now - recorder.activitySinceNanos(), now - loadedNanos) > limit;
  }
}
