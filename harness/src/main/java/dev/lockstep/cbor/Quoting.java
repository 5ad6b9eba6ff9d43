package dev.lockstep.cbor;

import java.util.Locale;

/** Shows text so that every difference can be seen. */
final class Quoting {
  private Quoting() {}

  /** In quotes, with {@code "} and {@code \} escaped as well. */
  static String quote(String text) {
    StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
    escape(text, '"', quoted);
    return quoted.append('"').toString();
  }

  /** Without quotes. */
  static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    escape(text, '\\', escaped);
    return escaped.toString();
  }

  private static void escape(String text, char quote, StringBuilder to) {
    int i = 0;
    while (i < text.length()) {
      int codePoint = text.codePointAt(i);
      int chars = Character.charCount(codePoint);
      if (codePoint == quote || codePoint == '\\') {
        to.append('\\').appendCodePoint(codePoint);
      } else if (codePoint == '\n') {
        to.append("\\n");
      } else if (codePoint == '\r') {
        to.append("\\r");
      } else if (codePoint == '\t') {
        to.append("\\t");
      } else if (isVisible(codePoint)) {
        to.appendCodePoint(codePoint);
      } else {
        for (int j = i; j < i + chars; j++) {
          to.append(String.format(Locale.ROOT, "\\u%04x", (int) text.charAt(j)));
        }
      }
      i += chars;
    }
  }

  /** Whether a code point leaves a mark of its own, a plain space being one. */
  private static boolean isVisible(int codePoint) {
    if (codePoint == ' ') {
      return true;
    }
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
