package dev.lockstep.place;

import java.util.List;
import java.util.regex.Pattern;

/** Patterns of class names, as {@code instrument} in a {@code target.toml} has them. */
final class ClassPatterns {
  private final List<Pattern> patterns;

  /** {@code *} stands for any characters but a dot, {@code **} for any. */
  ClassPatterns(List<String> globs) {
    patterns = globs.stream().map(ClassPatterns::compiled).toList();
  }

  private static Pattern compiled(String glob) {
    StringBuilder pattern = new StringBuilder();
    for (String part : glob.splitWithDelimiters("\\*+", 0)) {
      pattern.append(
          switch (part) {
            case "*" -> "[^.]*";
            case "**" -> ".*";
            default -> Pattern.quote(part);
          });
    }
    return Pattern.compile(pattern.toString());
  }

  /** Whether a class, named with dots, is meant. */
  boolean match(String className) {
    return patterns.stream().anyMatch(pattern -> pattern.matcher(className).matches());
  }
}
