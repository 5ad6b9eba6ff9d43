package dev.lockstep.pair;

import org.jspecify.annotations.Nullable;

/** An adapter of an original that cannot be made. The message says which class and why. */
public final class OriginalLoadException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Says what is wrong with it. */
  public OriginalLoadException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
