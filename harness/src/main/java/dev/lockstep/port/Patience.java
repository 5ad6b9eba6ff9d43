package dev.lockstep.port;

/**
 * Remembers whether looking for the other side's turn, instead of sleeping, was worth it lately. On
 * a busy machine it is not: it takes the processor's time from whom it waits for. The worker does
 * the same.
 */
final class Patience {
  private static final int MOST = 8;
  private static final int LOSS = 2;

  /** Out of so many nanoseconds of the system's clock… */
  private static final long PERIOD_NANOS = 1 << 24;

  /**
   * … the first so many are for looking anyway. All processes have the same clock: only if both
   * sides look at the same time can they find out that it is worth it again.
   */
  private static final long TRIAL_NANOS = 1 << 20;

  private int left = MOST;

  /** Whether to look, at this time of {@link System#nanoTime}. */
  boolean hasSome(long now) {
    return left > 0 || Math.floorMod(now, PERIOD_NANOS) < TRIAL_NANOS;
  }

  /** Notes whether the other side came while this one looked. */
  void looked(boolean paid) {
    left = paid ? Math.min(MOST, left + 1) : Math.max(0, left - LOSS);
  }
}
