package dev.lockstep.targets.json.ledger;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.math.BigDecimal;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A number's digits, or the power of ten that they are to be multiplied with or divided by, are not
 * a double: only then can it matter in how many steps it is rounded.
 */
public final class HasRoundedNumber implements Predicate<byte[]> {
  /** Powers of more digits are infinite or zero, however they are rounded. */
  private static final Pattern NUMBER =
      Pattern.compile("[0-9]+(\\.[0-9]+)?([eE][-+]?0*[0-9]{1,6}(?![0-9]))?");

  private static final int DIGITS_BITS_MAX = 53;
  private static final int POWER_MAX = 22;

  @Override
  public boolean test(byte[] input) {
    return NUMBER
        .matcher(new String(input, ISO_8859_1))
        .results()
        .map(MatchResult::group)
        .anyMatch(number -> isRounded(new BigDecimal(number)));
  }

  private static boolean isRounded(BigDecimal number) {
    return number.unscaledValue().bitLength() > DIGITS_BITS_MAX
        || Math.abs(number.scale()) > POWER_MAX;
  }
}
