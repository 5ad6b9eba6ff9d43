package dev.lockstep.cbor;

/**
 * UTF-8 that can also hold lone surrogates, each in three bytes.
 *
 * <p>Text without a lone surrogate has the same bytes in WTF-8 and in UTF-8.
 */
final class Wtf8 {
  private Wtf8() {}

  static boolean hasLoneSurrogate(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        if (!startsPair(text, i)) {
          return true;
        }
        i++;
      }
    }
    return false;
  }

  /** How many bytes {@code text} takes. */
  static long size(String text) {
    long size = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        size += 1;
      } else if (c < 0x800) {
        size += 2;
      } else if (startsPair(text, i)) {
        size += 4;
        i++;
      } else {
        size += 3;
      }
    }
    return size;
  }

  /** Writes {@code text} to {@code to}, which has room for it, and returns where it ends. */
  static int write(String text, byte[] to, int start) {
    int at = start;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        to[at++] = (byte) c;
      } else if (c < 0x800) {
        to[at++] = (byte) (0xc0 | c >> 6);
        to[at++] = continuation(c);
      } else if (startsPair(text, i)) {
        int codePoint = Character.toCodePoint(c, text.charAt(++i));
        to[at++] = (byte) (0xf0 | codePoint >> 18);
        to[at++] = continuation(codePoint >> 12);
        to[at++] = continuation(codePoint >> 6);
        to[at++] = continuation(codePoint);
      } else {
        to[at++] = (byte) (0xe0 | c >> 12);
        to[at++] = continuation(c >> 6);
        to[at++] = continuation(c);
      }
    }
    return at;
  }

  /**
   * Reads {@code from[start, end)}.
   *
   * @param surrogates whether lone surrogates are allowed: otherwise this reads plain UTF-8
   * @throws MalformedCborException at the first byte of a sequence that is cut short, longer than
   *     need be, above U+10FFFF, or a surrogate that is written as half of a pair
   */
  static String read(byte[] from, int start, int end, boolean surrogates)
      throws MalformedCborException {
    StringBuilder text = new StringBuilder(end - start);
    int at = start;
    while (at < end) {
      int size = sequenceSize(from[at]);
      if (size == 0 || size > end - at) {
        throw invalid(at, surrogates);
      }
      int codePoint = codePoint(from, at, size);
      boolean illegal = surrogates ? joinsPair(text, codePoint) : isSurrogate(codePoint);
      if (codePoint < 0 || illegal) {
        throw invalid(at, surrogates);
      }
      text.appendCodePoint(codePoint);
      at += size;
    }
    return text.toString();
  }

  private static int sequenceSize(byte lead) {
    int bits = lead & 0xff;
    if (bits < 0x80) {
      return 1;
    }
    if (bits < 0xc2) {
      return 0;
    }
    return bits < 0xe0 ? 2 : bits < 0xf0 ? 3 : bits < 0xf5 ? 4 : 0;
  }

  /** The code point of a sequence of {@code size} bytes, or -1 if it is not a legal one. */
  private static int codePoint(byte[] from, int at, int size) {
    if (size == 1) {
      return from[at];
    }
    int value = from[at] & (0x7f >> size);
    for (int i = 1; i < size; i++) {
      if ((from[at + i] & 0xc0) != 0x80) {
        return -1;
      }
      value = value << 6 | (from[at + i] & 0x3f);
    }
    int least = size == 2 ? 0x80 : size == 3 ? 0x800 : 0x1_0000;
    return value < least || value > Character.MAX_CODE_POINT ? -1 : value;
  }

  private static MalformedCborException invalid(int offset, boolean surrogates) {
    return new MalformedCborException(
        offset, surrogates ? "text is not valid WTF-8" : "text is not valid UTF-8");
  }

  private static boolean isSurrogate(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }

  private static boolean joinsPair(StringBuilder text, int codePoint) {
    return codePoint >= Character.MIN_LOW_SURROGATE
        && codePoint <= Character.MAX_LOW_SURROGATE
        && !text.isEmpty()
        && Character.isHighSurrogate(text.charAt(text.length() - 1));
  }

  private static boolean startsPair(String text, int i) {
    return Character.isHighSurrogate(text.charAt(i))
        && i + 1 < text.length()
        && Character.isLowSurrogate(text.charAt(i + 1));
  }

  private static byte continuation(int bits) {
    return (byte) (0x80 | (bits & 0x3f));
  }
}
