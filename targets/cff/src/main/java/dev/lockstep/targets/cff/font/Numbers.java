package dev.lockstep.targets.cff.font;

import java.io.ByteArrayOutputStream;
import java.util.regex.Pattern;

/** Numbers of a DICT (5176, table 3 to 5), as they are written. */
public final class Numbers {
  private static final int SHORT = 28;
  private static final int LONG = 29;
  private static final int REAL = 30;
  private static final String NIBBLES = "0123456789.EC?-";
  private static final Pattern REAL_FORM =
      Pattern.compile("-?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([EC][0-9]+)?");

  private Numbers() {}

  /** An integer in its shortest form. */
  public static byte[] integer(int value) {
    if (value >= -107 && value <= 107) {
      return new byte[] {(byte) (value + 139)};
    }
    if (value >= 108 && value <= 1131) {
      return new byte[] {(byte) (247 + ((value - 108) >> 8)), (byte) (value - 108)};
    }
    if (value >= -1131 && value <= -108) {
      return new byte[] {(byte) (251 + ((-value - 108) >> 8)), (byte) (-value - 108)};
    }
    if (value == (short) value) {
      return new byte[] {SHORT, (byte) (value >> 8), (byte) value};
    }
    return longInteger(value);
  }

  /**
   * An integer in five bytes: offsets are written so, since their length must not depend on them.
   */
  static byte[] longInteger(int value) {
    return new byte[] {
      LONG, (byte) (value >> 24), (byte) (value >> 16), (byte) (value >> 8), (byte) value
    };
  }

  /** A real number from a text such as {@code -1.5E2}; {@code C} stands for {@code E-}. */
  public static byte[] real(String text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(REAL);
    for (int i = 0; i <= text.length(); i += 2) {
      out.write((nibble(text, i) << 4) | nibble(text, i + 1));
    }
    return out.toByteArray();
  }

  private static int nibble(String text, int index) {
    return index < text.length() ? NIBBLES.indexOf(text.charAt(index)) : 0xF;
  }

  /** Takes one number whose first byte has been read. */
  static byte[] read(Reader reader, int first) throws IllFormedException {
    int more;
    if (first >= 32 && first <= 246) {
      more = 0;
    } else if (first >= 247 && first <= 254) {
      more = 1;
    } else if (first == SHORT) {
      more = 2;
    } else if (first == LONG) {
      more = 4;
    } else if (first == REAL) {
      return readReal(reader);
    } else {
      throw IllFormedException.illFormed();
    }
    byte[] number = new byte[1 + more];
    number[0] = (byte) first;
    System.arraycopy(reader.take(more), 0, number, 1, more);
    return number;
  }

  private static byte[] readReal(Reader reader) throws IllFormedException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    StringBuilder text = new StringBuilder();
    out.write(REAL);
    boolean ended = false;
    while (!ended) {
      int pair = reader.number(1);
      out.write(pair);
      for (int nibble : new int[] {pair >> 4, pair & 0xF}) {
        ended |= nibble == 0xF;
        if (!ended) {
          text.append(NIBBLES.charAt(nibble));
        }
      }
    }
    boolean padded = (out.toByteArray()[out.size() - 1] & 0xF) == 0xF;
    if (!padded || !REAL_FORM.matcher(text).matches()) {
      throw IllFormedException.illFormed();
    }
    return out.toByteArray();
  }

  /** The value of a number that is well formed. */
  static double value(byte[] number) {
    if (number[0] != REAL) {
      try {
        return integerOf(number);
      } catch (IllFormedException e) {
        throw new IllegalStateException(e);
      }
    }
    StringBuilder text = new StringBuilder();
    for (int i = 1; i < number.length; i++) {
      for (int nibble : new int[] {(number[i] >> 4) & 0xF, number[i] & 0xF}) {
        text.append(nibble == 0xF ? "" : NIBBLES.charAt(nibble));
      }
    }
    return Double.parseDouble(text.toString().replace("C", "E-"));
  }

  static int integerOf(byte[] number) throws IllFormedException {
    int first = number[0] & 0xFF;
    if (first == REAL) {
      throw IllFormedException.illFormed();
    }
    if (first == SHORT) {
      return (short) ((number[1] << 8) | (number[2] & 0xFF));
    }
    if (first == LONG) {
      return new Reader(number, 1).number(4);
    }
    if (first <= 246) {
      return first - 139;
    }
    int second = number[1] & 0xFF;
    return first <= 250 ? (first - 247) * 256 + second + 108 : -(first - 251) * 256 - second - 108;
  }
}
