package dev.lockstep;

import java.util.Locale;

/** One of the two programs that a target compares. */
public enum Side {
  /** The Java program that the port was written from. */
  ORIGINAL,
  /** The Rust program that takes its place. */
  PORT;

  /** The word for people and JSON: {@code original} or {@code port}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
