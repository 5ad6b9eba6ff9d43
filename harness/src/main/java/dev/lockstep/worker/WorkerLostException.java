package dev.lockstep.worker;

import org.jspecify.annotations.Nullable;

/**
 * The worker itself ended, or could not be started: nothing is known about the side. The next
 * question starts another worker, so asking again makes sense.
 */
public final class WorkerLostException extends RuntimeException {
  private static final long serialVersionUID = 1;

  WorkerLostException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
