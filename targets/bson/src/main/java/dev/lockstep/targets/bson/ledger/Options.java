package dev.lockstep.targets.bson.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lockstep.targets.bson.format.Value;

/**
 * The options of regular expressions, in order of their UTF-16 units as a Java program sorts them.
 */
final class Options {
  private Options() {}

  static boolean areUnsorted(Value value) {
    return value instanceof Value.Regex regex && !sorted(regex).equals(text(regex));
  }

  /** Whether there is half a character when they are sorted. */
  static boolean areTorn(Value value) {
    return value instanceof Value.Regex regex
        && sorted(regex)
            .codePoints()
            .anyMatch(unit -> unit >= Character.MIN_SURROGATE && unit <= Character.MAX_SURROGATE);
  }

  private static String text(Value.Regex regex) {
    return new String(regex.options(), UTF_8);
  }

  private static String sorted(Value.Regex regex) {
    StringBuilder sorted = new StringBuilder();
    text(regex).chars().sorted().forEach(unit -> sorted.append((char) unit));
    return sorted.toString();
  }
}
