package dev.lockstep.targets.cff.font;

/**
 * A font is not what Technical Note 5176 says, or not of the kind that is compared. Without a
 * stack: most mutations end here.
 */
public final class IllFormedException extends Exception {
  private static final long serialVersionUID = 1L;

  /** The word for it that both sides use. */
  private final String bar;

  /** With the word that both sides use. */
  public IllFormedException(String bar) {
    super(bar, null, false, false);
    this.bar = bar;
  }

  /** The word that both sides use. */
  public String bar() {
    return bar;
  }

  static IllFormedException illFormed() {
    return new IllFormedException("ill_formed");
  }

  static IllFormedException unsupported() {
    return new IllFormedException("unsupported");
  }
}
