package dev.lockstep.fonts.truetype.font;

/**
 * A record of {@code name}. Text for Unicode and Windows is written as UTF-16, for others in
 * Latin-1; a lone surrogate is written as it is.
 */
public record Name(int platform, int encoding, int language, int id, String text) {

  /** A record for Windows in English (United States). */
  public static Name windows(int id, String text) {
    return new Name(3, 1, 0x0409, id, text);
  }
}
