package dev.lockstep;

import java.util.Locale;

/** The two ways in which every port is built. */
public enum Build {
  /** Exactly as it ships: decides about values, the gate and timing. */
  RELEASE,
  /** With coverage, overflow checks and debug assertions. */
  FUZZ;

  /** The word for people and JSON: {@code release} or {@code fuzz}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
