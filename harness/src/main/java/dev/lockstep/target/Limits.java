package dev.lockstep.target;

import java.time.Duration;

/**
 * What a side may use for one input, the same for both. Reaching a limit is an outcome.
 *
 * @param inputBytesMax longer inputs are not run
 * @param timeMax of the processor, for one run of one side
 * @param memoryMibMax for the process that runs a side, beyond what it has once the side is loaded
 * @param stackKibMax for the thread that runs a side
 * @param costFactorMax how many times as much processor time as the other side one side may take
 */
public record Limits(
    int inputBytesMax, Duration timeMax, int memoryMibMax, int stackKibMax, int costFactorMax) {

  /** What holds for a target that does not say. */
  public static final Limits DEFAULT = new Limits(4_096, Duration.ofSeconds(1), 2_048, 8_192, 100);

  /** The stack that a thread of the JVM needs at least. */
  static final int STACK_KIB_MIN = 256;

  /** The stack that a thread of the JVM can have at most. */
  static final int STACK_KIB_MOST = 1 << 20;
}
