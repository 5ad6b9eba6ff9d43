package dev.lockstep.target;

import java.time.Duration;

/**
 * What a side may use for one input, the same for both. Reaching a limit is an outcome.
 *
 * @param inputBytesMax longer inputs are not run
 * @param timeMax for one run of one side
 * @param memoryMibMax for the process that runs a side
 */
public record Limits(int inputBytesMax, Duration timeMax, int memoryMibMax) {

  /** What holds for a target that does not say. */
  public static final Limits DEFAULT = new Limits(4_096, Duration.ofSeconds(5), 2_048);
}
