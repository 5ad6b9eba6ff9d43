package dev.lockstep.port;

/** A port that cannot be loaded or called. The message says which file, why, and what to do. */
public final class PortLoadException extends RuntimeException {
  private static final long serialVersionUID = 1;

  PortLoadException(String message) {
    super(message);
  }
}
