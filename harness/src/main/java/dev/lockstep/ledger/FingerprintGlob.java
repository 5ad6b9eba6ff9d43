package dev.lockstep.ledger;

import dev.lockstep.Fingerprint;
import java.util.regex.Pattern;

/**
 * Matches the text of fingerprints, in whole: {@code *} stands for any characters, none included.
 * {@code [*]}, which fingerprints are full of, stands only for itself, and so does everything else.
 *
 * @param text as it was written
 */
public record FingerprintGlob(String text, Pattern pattern) {
  private static final String INDEX = "[*]";

  /** Reads a glob; every text is one. */
  public static FingerprintGlob of(String text) {
    StringBuilder regex = new StringBuilder();
    for (int at = 0; at < text.length(); ) {
      if (text.startsWith(INDEX, at)) {
        regex.append(Pattern.quote(INDEX));
        at += INDEX.length();
      } else {
        char character = text.charAt(at++);
        regex.append(character == '*' ? ".*" : Pattern.quote(String.valueOf(character)));
      }
    }
    return new FingerprintGlob(text, Pattern.compile(regex.toString(), Pattern.DOTALL));
  }

  /** Whether it matches all of the fingerprint's text. */
  boolean matches(Fingerprint fingerprint) {
    return pattern.matcher(fingerprint.text()).matches();
  }
}
