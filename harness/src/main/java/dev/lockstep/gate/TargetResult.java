package dev.lockstep.gate;

import dev.lockstep.finding.Finding.Environment;
import java.util.List;
import java.util.Optional;

/**
 * What the gate saw of one target.
 *
 * @param problems what has to be mended before the rest can be believed
 * @param canary the planted divergence, if it was caught
 * @param counted verdicts over all that was run, the fuzzing included
 * @param fuzzed the run of the engines, if it came to that
 * @param notes what does not fail and should be known
 * @param notDone what was left out for want of time, in words
 * @param environment what the sides were; empty if they could not be built
 */
public record TargetResult(
    String target,
    Places places,
    List<Problem> problems,
    Optional<Planted> canary,
    Replayed replayed,
    Counted counted,
    Optional<Fuzzed> fuzzed,
    List<Judged> findings,
    List<String> notes,
    List<String> notDone,
    Optional<Environment> environment,
    double seconds) {

  /** Copies the lists. */
  public TargetResult {
    problems = List.copyOf(problems);
    findings = List.copyOf(findings);
    notes = List.copyOf(notes);
    notDone = List.copyOf(notDone);
  }

  /** How it ended. */
  public Ending ending() {
    if (findings.stream().anyMatch(Judged::fails)) {
      return Ending.NEW;
    }
    if (!problems.isEmpty()) {
      return Ending.BROKEN;
    }
    if (!notDone.isEmpty()) {
      return Ending.OUT_OF_TIME;
    }
    return counted.total() == 0 ? Ending.NOTHING_RAN : Ending.PASSED;
  }
}
