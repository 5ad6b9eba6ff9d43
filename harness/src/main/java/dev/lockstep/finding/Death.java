package dev.lockstep.finding;

import dev.lockstep.Kind;
import dev.lockstep.Side;
import dev.lockstep.port.InputSlot.Activity;

/**
 * A process that ended before its time, and what it was doing.
 *
 * @param exitCode of the process; 128 and a signal's number if one ended it
 * @param activity what was running
 * @param input what it was running on
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, never compared
public record Death(int exitCode, Activity activity, byte[] input) {
  /** What libFuzzer exits with when an input takes too long. */
  private static final int EXIT_TIMED_OUT = 70;

  private static final int EXIT_SIGNAL = 128;

  /** Whether it hung or ended by itself. */
  Kind kind() {
    return exitCode == EXIT_TIMED_OUT ? Kind.HANG : Kind.DEATH;
  }

  /** The side that was running. */
  Side side() {
    return switch (activity) {
      case ORIGINAL -> Side.ORIGINAL;
      case PORT_FUZZ, PORT_RELEASE, IDLE -> Side.PORT;
    };
  }

  /** How it ended, in a few words. */
  String how() {
    if (kind() == Kind.HANG) {
      return "no answer in time";
    }
    if (exitCode > EXIT_SIGNAL) {
      return "ended by signal " + (exitCode - EXIT_SIGNAL);
    }
    return "ended with exit code " + exitCode;
  }
}
