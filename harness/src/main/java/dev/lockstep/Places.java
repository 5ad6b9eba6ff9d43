package dev.lockstep;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes a place in Rust code read the same on every machine. */
public final class Places {
  /**
   * A crate of a registry or of git, in cargo's home: what counts begins with its name and version.
   */
  private static final Pattern FETCHED =
      Pattern.compile("^.*/(?:registry/src|git/checkouts)/[^/]+/(.+)$");

  /** The standard library as the compiler's makers built it. */
  private static final Pattern STANDARD = Pattern.compile("^/rustc/[0-9a-f]+/(library/.+)$");

  private Places() {}

  /**
   * Cuts off what differs from machine to machine.
   *
   * @param place {@code file:line} as the compiler wrote it
   */
  public static String normalise(String place) {
    for (Pattern pattern : new Pattern[] {FETCHED, STANDARD}) {
      Matcher matcher = pattern.matcher(place);
      if (matcher.matches()) {
        return matcher.group(1);
      }
    }
    return place;
  }
}
