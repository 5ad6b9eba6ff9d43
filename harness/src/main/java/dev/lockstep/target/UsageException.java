package dev.lockstep.target;

import java.util.Objects;

/**
 * What was asked for cannot be: an unknown target, a name that is none, a file that is not there.
 * The command line ends with exit code 2.
 *
 * <p>The message says what, where, and on a line of its own what to do next.
 */
public final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Says what is wrong and what to do about it.
   *
   * @param what one sentence without a full stop, literals in backticks
   * @param hint what to do next
   */
  public UsageException(String what, String hint) {
    super(what + "\n\nhint: " + hint);
  }

  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }
}
