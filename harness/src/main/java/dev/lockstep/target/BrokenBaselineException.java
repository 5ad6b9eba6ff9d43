package dev.lockstep.target;

import java.util.Objects;

/**
 * There is nothing sound to compare: a side does not build or load, or its {@code target.toml}
 * cannot be read. The command line ends with exit code 4.
 *
 * <p>The message says what, where, the failing tool's own words, and on a line of its own what to
 * do next.
 */
public final class BrokenBaselineException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Says what is broken and what to do about it.
   *
   * @param what what is broken and where, with the failing tool's own message if there is one
   * @param hint what to do next
   */
  public BrokenBaselineException(String what, String hint) {
    super(what + "\n\nhint: " + hint);
  }

  /** Like {@link #BrokenBaselineException(String, String)}, with what led to it. */
  public BrokenBaselineException(String what, String hint, Throwable cause) {
    super(what + "\n\nhint: " + hint, cause);
  }

  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }
}
