package dev.lockstep.port;

/** A port that cannot be loaded or called. The message says which file, why, and what to do. */
public final class PortLoadException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /**
   * Puts the message together.
   *
   * @param what went wrong, with the file
   * @param hint what to do about it
   */
  PortLoadException(String what, String hint) {
    super(what + "\n\nhint: " + hint);
  }
}
