package dev.lockstep.targets.cff.font;

/** What a charstring is made of, as far as it is drawn in different ways; the later counts. */
public enum Shape {
  PLAIN("plain"),
  /** Numbers with fractions. */
  FRACTIONAL("fractional"),
  /** {@code div} of two numbers as they stand. */
  DIVIDED("divided"),
  /** An accented letter by {@code endchar} with four numbers. */
  ACCENTED("accented"),
  /** Other arithmetic, in a part of an accented letter too. */
  COMPUTED("computed");

  private final String word;

  Shape(String word) {
    this.word = word;
  }

  /** The word that it is observed under. */
  public String word() {
    return word;
  }
}
