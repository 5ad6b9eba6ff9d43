package dev.lockstep;

import java.util.Optional;

/** Says which of the differences that an input shows have been accepted. Thread-safe. */
@FunctionalInterface
public interface Acceptance {
  /** Accepts nothing. */
  Acceptance NOTHING = (_, _) -> Optional.empty();

  /**
   * The id of the entry of the ledger that accepts a difference; empty if none does.
   *
   * @param input that shows it; is not changed
   */
  Optional<String> accepts(Fingerprint fingerprint, byte[] input);
}
