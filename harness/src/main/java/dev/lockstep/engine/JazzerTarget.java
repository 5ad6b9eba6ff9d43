package dev.lockstep.engine;

import java.io.UncheckedIOException;

/** What Jazzer calls. Public because Jazzer finds it by reflection. */
public final class JazzerTarget {
  private JazzerTarget() {}

  /** Called once, when the driver is loaded and before the corpus is read. */
  public static void fuzzerInitialize() {
    try {
      EngineSession.get().start();
    } catch (UncheckedIOException e) {
      EngineMain.endUnwritable(e);
    }
  }

  /** Called for each input. */
  public static void fuzzerTestOneInput(byte[] input) {
    try {
      EngineSession.get().fuzz(input);
    } catch (UncheckedIOException e) {
      // Only the log and the corpus throw it: Jazzer must not take it for the input's doing.
      EngineMain.endUnwritable(e);
    }
  }
}
