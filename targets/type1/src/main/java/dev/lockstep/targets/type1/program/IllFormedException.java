package dev.lockstep.targets.type1.program;

/** The input is no program as it should be. Without a stack: most mutations end here. */
public final class IllFormedException extends Exception {
  private static final long serialVersionUID = 1L;

  IllFormedException() {
    super("not as the Type 1 Font Format says", null, false, false);
  }
}
