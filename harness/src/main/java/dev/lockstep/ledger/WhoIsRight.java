package dev.lockstep.ledger;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Whose behaviour an accepted divergence leaves as it should be. */
public enum WhoIsRight {
  /** The Java side: the port is wrong, and this is known. */
  ORIGINAL,
  /** The Rust side: the original is wrong, and the port does not follow. */
  PORT,
  /** Both are wrong. */
  NEITHER,
  /** What is asked of them leaves both ways open. */
  BOTH;

  /** The word for people and files, such as {@code original}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The constant with that word. */
  static Optional<WhoIsRight> of(String word) {
    return Stream.of(values()).filter(one -> one.word().equals(word)).findFirst();
  }
}
