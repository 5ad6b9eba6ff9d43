package dev.lockstep.targets.json.ledger;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An escape names half of a pair of surrogates, and the escape behind it is not the other half. */
public final class HasLoneSurrogate implements Predicate<byte[]> {
  private static final String HIGH = "\\\\u[dD][89abAB][0-9a-fA-F]{2}";
  private static final String LOW = "\\\\u[dD][c-fC-F][0-9a-fA-F]{2}";

  /** Pairs and other escapes are passed over; what is left is alone. */
  private static final Pattern ESCAPE =
      Pattern.compile(HIGH + LOW + "|(" + HIGH + "|" + LOW + ")|\\\\.", Pattern.DOTALL);

  @Override
  public boolean test(byte[] input) {
    Matcher escapes = ESCAPE.matcher(new String(input, ISO_8859_1));
    while (escapes.find()) {
      if (escapes.group(1) != null) {
        return true;
      }
    }
    return false;
  }
}
