package dev.lockstep.targets.cff;

/** The input is a font of a kind that is not compared. Without a stack: many mutations end here. */
final class UnsupportedFontException extends Exception {
  private static final long serialVersionUID = 1L;

  UnsupportedFontException() {
    super("not one name-keyed font with charstrings of Type 2", null, false, false);
  }
}
