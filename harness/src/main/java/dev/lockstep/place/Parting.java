package dev.lockstep.place;

import java.util.List;
import java.util.Optional;

/**
 * Where the sides part.
 *
 * @param original the last line of the original that both inputs have in common; empty if its way
 *     is the same, not the same each time, or unknown
 * @param port the same of the port's fuzz build
 * @param troubles why a place could not be looked for, in a sentence each
 */
public record Parting(Optional<Place> original, Optional<Place> port, List<String> troubles) {

  /** Copies the list. */
  public Parting {
    troubles = List.copyOf(troubles);
  }
}
