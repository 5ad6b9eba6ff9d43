package dev.lockstep.engine;

import java.util.concurrent.CountDownLatch;

/** What the supervisor has told this engine so far. */
final class Gate {
  private final CountDownLatch open = new CountDownLatch(1);
  private volatile boolean finishing;

  /**
   * Takes in a byte from stdin.
   *
   * @throws IllegalArgumentException if it is no {@link EngineWord}
   */
  void told(int read) {
    if (read == EngineWord.GO.asByte()) {
      open.countDown();
    } else if (read == EngineWord.FINISH.asByte()) {
      finishing = true;
      open.countDown();
    } else {
      throw new IllegalArgumentException("an engine was told " + read);
    }
  }

  /** Waits for {@link EngineWord#GO}, or {@link EngineWord#FINISH}. */
  void awaitGo() {
    try {
      open.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts the engine's thread", e);
    }
  }

  /** Whether the time is over. */
  boolean isFinishing() {
    return finishing;
  }
}
