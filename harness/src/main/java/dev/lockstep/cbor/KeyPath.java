package dev.lockstep.cbor;

import org.jspecify.annotations.Nullable;

/** Writes the key of a map as a step of a path. */
final class KeyPath {
  private static final int KEY_CHARS_MAX = 80;

  private KeyPath() {}

  /**
   * {@code .name} for a plain word, {@code ["any text"]} for other text, {@code [65]} otherwise.
   */
  static String step(@Nullable Object key) {
    return switch (key) {
      case null -> "[null]";
      case String text -> field(text);
      case Character text -> field(text.toString());
      case Enum<?> constant -> field(Names.ofConstant(constant));
      case Node.Text(String text) -> field(text);
      case Node node -> "[" + NodePrinter.brief(node, KEY_CHARS_MAX) + "]";
      default -> "[" + key + "]";
    };
  }

  private static String field(String text) {
    return isWord(text) ? "." + text : "[" + Quoting.quote(text) + "]";
  }

  private static boolean isWord(String text) {
    return !text.isEmpty()
        && text.chars()
            .allMatch(
                c -> c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c));
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }
}
