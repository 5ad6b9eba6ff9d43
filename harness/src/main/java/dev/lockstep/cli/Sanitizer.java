package dev.lockstep.cli;

import dev.lockstep.Build;
import java.util.Locale;

/** What {@code --sanitizer} takes. */
enum Sanitizer {
  /** Finds reads and writes of memory that is not allocated. */
  ADDRESS(Build.ADDRESS);

  private final Build build;

  Sanitizer(Build build) {
    this.build = build;
  }

  /** The build of the port that has it. */
  Build build() {
    return build;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
