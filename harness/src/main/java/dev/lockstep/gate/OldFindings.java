package dev.lockstep.gate;

import dev.lockstep.Difference;
import dev.lockstep.Verdict;
import dev.lockstep.finding.Finding;
import dev.lockstep.finding.FindingStore;
import dev.lockstep.judge.Judge;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Looks at what earlier runs have kept of a target: does it diverge still? Used once. */
final class OldFindings {
  private final FindingStore store;
  private final List<Finding> shown = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final List<String> damaged = new ArrayList<>();

  OldFindings(FindingStore store) {
    this.store = store;
  }

  /**
   * Runs them again.
   *
   * @param stop asked before each
   * @return whether it got to the end
   * @throws IOException if the folder of findings cannot be read
   */
  boolean run(String target, Judge judge, BooleanSupplier stop) throws IOException {
    for (String id : store.idsBeginningWith(target + "-")) {
      if (stop.getAsBoolean()) {
        return false;
      }
      try {
        Optional<Finding> old = store.read(id);
        // The name of one target can be the beginning of another's.
        if (old.isPresent() && old.get().target().equals(target)) {
          look(old.get(), judge);
        }
      } catch (IOException e) {
        damaged.add(e.getMessage() + "\n\nhint: remove its folder");
      }
    }
    return true;
  }

  /** Those that diverge as they did. */
  List<Finding> shown() {
    return shown;
  }

  /** What became of the others, in words. */
  List<String> notes() {
    return notes;
  }

  /** What could not be read, in words. */
  List<String> damaged() {
    return damaged;
  }

  private void look(Finding old, Judge judge) {
    boolean isShown = false;
    boolean isAccepted = false;
    for (Verdict verdict : judge.confirm(old.replay()).values()) {
      switch (verdict) {
        case Verdict.Divergence(List<Difference> differences, int _) ->
            isShown |= differences.stream().anyMatch(old::isShownBy);
        case Verdict.Accepted _ -> isAccepted = true;
        case Verdict.Agree _, Verdict.Incomparable _ -> {}
      }
    }
    if (isShown) {
      shown.add(old);
    } else {
      notes.add(
          isAccepted
              ? "`" + old.id() + "` is accepted now"
              : "`%s` no longer diverges as it did with %s and %s"
                  .formatted(old.id(), old.environment().original(), old.environment().port()));
    }
  }
}
