package dev.lockstep.port;

import java.nio.file.Path;

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

  private PortLoadException(String whole) {
    super(whole);
  }

  /**
   * Words a refusal by a worker.
   *
   * @param reason what is wrong and perhaps a hint, as the worker says it; or how it ended
   */
  public static PortLoadException of(Path library, String reason) {
    return reason.contains("\n\nhint: ")
        ? new PortLoadException(reason)
        : new PortLoadException(
            "cannot load `" + library + "`: " + reason,
            "what runs when it is loaded, a constructor perhaps, is to blame");
  }
}
