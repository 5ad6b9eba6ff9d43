package dev.lockstep.targets.doubles;

import java.math.BigInteger;

/**
 * The model of the target: turns any bytes into a decimal literal that both sides take.
 *
 * <p>Both sides carry their own copy of this function ({@code port/src/literal.rs}); what it does
 * is written down in the target's README.
 */
final class Literal {
  /** Digits before the exponent that a text may have; further ones are dropped. */
  static final int DIGITS_MAX = 800;

  /** Digits of the exponent that a text may have; further ones are dropped. */
  static final int EXPONENT_DIGITS_MAX = 5;

  private static final int HALFWAY = 0x80;
  private static final int NEGATIVE = 0x40;
  private static final int PLAIN = 0x04;
  private static final int JUST_ABOVE = 2;
  private static final int JUST_BELOW = 3;
  private static final int BELOW_INFINITY = 0x7fe;
  private static final int FRACTION_BITS = 52;

  /** The exponent of the last bit of the smallest double. */
  private static final int SMALLEST_EXPONENT = -1074;

  private Literal() {}

  /**
   * The literal that {@code input} stands for; the same input stands for the same literal for ever.
   */
  static String of(byte[] input) {
    return input.length > 0 && (input[0] & HALFWAY) != 0 ? halfway(input) : text(input);
  }

  /**
   * Reads the bytes as the text of a literal and mends what is wrong with it: a literal stands for
   * itself.
   */
  private static String text(byte[] input) {
    StringBuilder literal = new StringBuilder();
    boolean hasPoint = false;
    int digits = 0;
    int at = 0;
    if (at < input.length && isSign(input[at])) {
      literal.append((char) input[at]);
      at++;
    }
    for (; at < input.length && !isExponentMark(input[at], digits); at++) {
      if (input[at] == '.') {
        if (!hasPoint) {
          hasPoint = true;
          literal.append('.');
        }
      } else if (digits < DIGITS_MAX) {
        digits++;
        literal.append(digit(input[at]));
      }
    }
    if (digits == 0) {
      literal.append('0');
    }
    if (at < input.length) {
      literal.append((char) input[at]);
      at++;
      if (at < input.length && isSign(input[at])) {
        literal.append((char) input[at]);
        at++;
      }
      int exponentDigits = 0;
      for (; at < input.length && exponentDigits < EXPONENT_DIGITS_MAX; at++) {
        exponentDigits++;
        literal.append(digit(input[at]));
      }
      if (exponentDigits == 0) {
        literal.append('0');
      }
    }
    return literal.toString();
  }

  private static boolean isSign(byte octet) {
    return octet == '+' || octet == '-';
  }

  private static boolean isExponentMark(byte octet, int digits) {
    return digits > 0 && (octet == 'e' || octet == 'E');
  }

  /** A digit stands for itself; any other byte for some digit. */
  private static char digit(byte octet) {
    int value = octet & 0xff;
    return value >= '0' && value <= '9' ? (char) value : (char) ('0' + value % 10);
  }

  /**
   * Writes out, digit by digit, a double or the point halfway to its neighbour, or a number just
   * beside that point.
   *
   * <p>Byte 0 has the flags, byte 1 the distance from the point, bytes 2 to 9 the double,
   * big-endian; what is missing is 0.
   */
  private static String halfway(byte[] input) {
    int flags = octet(input, 0);
    int distance = octet(input, 1);
    long bits = 0;
    for (int at = 2; at < 10; at++) {
      bits = bits << 8 | octet(input, at);
    }
    int biased = Math.min((int) (bits >>> FRACTION_BITS) & 0x7ff, BELOW_INFINITY);
    long fraction = bits & (1L << FRACTION_BITS) - 1;
    long mantissa = biased == 0 ? fraction : fraction | 1L << FRACTION_BITS;
    // The double is mantissa * 2^exponent, the point halfway to the next one (2 * mantissa + 1) *
    // 2^(exponent - 1).
    int exponent = Math.max(biased, 1) - 1 + SMALLEST_EXPONENT;
    int place = flags & 3;
    int halfExponent = exponent - 1;
    BigInteger number = BigInteger.valueOf(place == 0 ? 2 * mantissa : 2 * mantissa + 1);
    number =
        halfExponent >= 0
            ? number.shiftLeft(halfExponent)
            : number.multiply(BigInteger.valueOf(5).pow(-halfExponent));
    String digits;
    // Of the digits, how many stand after the point.
    int places = Math.max(-halfExponent, 0);
    if (place == JUST_ABOVE) {
      // A 1 in a later place.
      digits = number + "0".repeat(distance) + "1";
      places += distance + 1;
    } else if (place == JUST_BELOW) {
      // One less, then nines.
      digits = number.subtract(BigInteger.ONE) + "9".repeat(distance + 1);
      places += distance + 1;
    } else {
      digits = number.toString();
    }
    String sign = (flags & NEGATIVE) != 0 ? "-" : "";
    return sign + ((flags & PLAIN) != 0 ? plain(digits, places) : scientific(digits, places));
  }

  private static int octet(byte[] input, int at) {
    return at < input.length ? input[at] & 0xff : 0;
  }

  /** Writes digits of which some stand after the point, without an exponent. */
  private static String plain(String digits, int places) {
    if (places == 0) {
      return digits;
    }
    int beforePoint = digits.length() - places;
    return beforePoint > 0
        ? digits.substring(0, beforePoint) + "." + digits.substring(beforePoint)
        : "0." + "0".repeat(-beforePoint) + digits;
  }

  /** Writes the same with one digit before the point. */
  private static String scientific(String digits, int places) {
    int exponent = digits.length() - 1 - places;
    return digits.charAt(0) + "." + digits.substring(1) + "e" + exponent;
  }
}
