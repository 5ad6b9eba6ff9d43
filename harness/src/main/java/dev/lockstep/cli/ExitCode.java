package dev.lockstep.cli;

/** The exit codes of the command line ({@code docs/exit-codes.md}). */
enum ExitCode {
  /** Agree: nothing new. */
  AGREE(0),
  /** A new divergence or crash was found. */
  DIVERGENCE(1),
  /** Unknown verb, option, target or id; a file that is not there. */
  USAGE(2),
  /** Ran out of time before the work was done. */
  OUT_OF_TIME(3),
  /** A side cannot build or load. */
  BROKEN_BASELINE(4),
  /** No target, no input or no execution. */
  NOTHING_RAN(5),
  /** A fault of Lockstep's own. */
  INTERNAL(70);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }
}
