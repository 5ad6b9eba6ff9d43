package dev.lockstep.fonts.truetype;

/**
 * The input is a font of another kind, by its first four bytes. Without a stack: most mutations of
 * them end here.
 */
public final class UnsupportedFontException extends Exception {
  private static final long serialVersionUID = 1L;

  UnsupportedFontException() {
    super("not a TrueType font by its version", null, false, false);
  }
}
