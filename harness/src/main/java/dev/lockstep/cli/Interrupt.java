package dev.lockstep.cli;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Ctrl-C and its kin ask a run to end in order, with everything saved and the summary printed.
 *
 * <p>The JVM answers a signal by running shutdown hooks beside the other threads. The hook here
 * only tells the run, and holds the JVM up until {@link Main} ends the process itself, or {@value
 * #WAIT_MILLIS} ms have passed.
 */
final class Interrupt {
  private static final long WAIT_MILLIS = 60_000;

  private final AtomicBoolean requested = new AtomicBoolean();

  private Interrupt() {}

  static Interrupt install() {
    Interrupt interrupt = new Interrupt();
    Runtime.getRuntime().addShutdownHook(new Thread(interrupt::request, "interrupt"));
    return interrupt;
  }

  boolean requested() {
    return requested.get();
  }

  private void request() {
    requested.set(true);
    try {
      Thread.sleep(WAIT_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
