package dev.lockstep.cbor;

import java.util.Locale;

/** How Java's names are written, so that they meet Rust's. */
public final class Names {
  private Names() {}

  /**
   * The field that a record component is written as: {@code unitsPerEm} is {@code units_per_em}.
   *
   * <p>Every capital starts a new word, a digit does not.
   */
  public static String ofComponent(String component) {
    StringBuilder name = new StringBuilder(component.length() + 8);
    for (int i = 0; i < component.length(); i++) {
      char c = component.charAt(i);
      if (!Character.isUpperCase(c)) {
        name.append(c);
        continue;
      }
      if (i > 0 && component.charAt(i - 1) != '_') {
        name.append('_');
      }
      name.append(Character.toLowerCase(c));
    }
    return name.toString();
  }

  /** The text that an enum constant is written as: its name in lower case. */
  static String ofConstant(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
