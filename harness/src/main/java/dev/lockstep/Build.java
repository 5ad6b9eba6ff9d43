package dev.lockstep;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** The ways in which a port is built. */
public enum Build {
  /** Exactly as it ships: decides about values, the gate and timing. */
  RELEASE,
  /** With coverage, overflow checks and debug assertions. */
  FUZZ,
  /** With AddressSanitizer, by a nightly Rust: only where somebody asks for it, and in a worker. */
  ADDRESS;

  /** The two ways in which every port is built. */
  public static final Set<Build> USUAL = Collections.unmodifiableSet(EnumSet.of(RELEASE, FUZZ));

  /** The word for people and JSON: {@code release}, {@code fuzz} or {@code address}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
