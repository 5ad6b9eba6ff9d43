package dev.lockstep.worker;

/**
 * What one answer took.
 *
 * @param cpuNanos processor time of the thread that ran the side
 * @param allocatedBytes allocated for this answer; originals only, else 0
 * @param liveBytes allocated and not freed after this answer; ports only, and only when inspected,
 *     else 0
 */
public record Usage(long cpuNanos, long allocatedBytes, long liveBytes) {
  /** Nothing was answered yet, or the last question ended the process. */
  public static final Usage NONE = new Usage(0, 0, 0);

  /** This and what the answer after it took. */
  public Usage and(Usage next) {
    return new Usage(
        cpuNanos + next.cpuNanos,
        allocatedBytes + next.allocatedBytes,
        Math.max(liveBytes, next.liveBytes));
  }
}
