package dev.lockstep.engine;

/** What Jazzer calls. Public because Jazzer finds it by reflection. */
public final class JazzerTarget {
  private JazzerTarget() {}

  /** Called once, when the driver is loaded and before the corpus is read. */
  public static void fuzzerInitialize() {
    EngineSession.get().start();
  }

  /** Called for each input. */
  public static void fuzzerTestOneInput(byte[] input) {
    EngineSession.get().execute(input);
  }
}
