package dev.lockstep.gate;

import dev.lockstep.finding.Finding;
import dev.lockstep.finding.Finding.State;
import java.nio.file.Path;

/**
 * A finding, and what the gate calls it.
 *
 * @param folder where it is kept
 */
public record Judged(Finding finding, State state, Path folder) {

  /** Whether it fails the gate. */
  public boolean fails() {
    return switch (state) {
      case NEW, REGRESSED -> true;
      case KNOWN, ACCEPTED, PRE_EXISTING -> false;
    };
  }
}
