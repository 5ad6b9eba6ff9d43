package dev.lockstep.gate;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a gate or a night saw.
 *
 * @param verb of the command line
 * @param base what the change is measured against, if anything
 * @param untouched targets that the change does not touch, and that were left out for it
 * @param notBegun targets that the time did not reach
 */
public record GateResult(
    String verb,
    Optional<Base> base,
    List<TargetResult> targets,
    List<String> untouched,
    List<String> notBegun,
    double seconds) {

  /** Copies the lists. */
  public GateResult {
    targets = List.copyOf(targets);
    untouched = List.copyOf(untouched);
    notBegun = List.copyOf(notBegun);
  }

  /** How it ended. */
  public Ending ending() {
    Ending worst =
        targets.stream()
            .map(TargetResult::ending)
            .min(Comparator.naturalOrder())
            // A change that touches no target has nothing to prove.
            .orElse(untouched.isEmpty() ? Ending.NOTHING_RAN : Ending.PASSED);
    return notBegun.isEmpty() || worst.compareTo(Ending.OUT_OF_TIME) < 0
        ? worst
        : Ending.OUT_OF_TIME;
  }

  /**
   * What a change is measured against.
   *
   * @param ref as it was given
   * @param commit where the change left it
   */
  public record Base(String ref, String commit) {}
}
