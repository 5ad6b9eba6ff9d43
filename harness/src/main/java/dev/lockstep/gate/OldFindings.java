package dev.lockstep.gate;

import dev.lockstep.Kind;
import dev.lockstep.finding.Finding;
import dev.lockstep.finding.Finding.Environment;
import dev.lockstep.finding.FindingStore;
import dev.lockstep.finding.Regressions;
import dev.lockstep.finding.Revisited;
import dev.lockstep.finding.Revisited.Now;
import dev.lockstep.judge.Judge;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

/**
 * Looks at what earlier runs have kept of a target: does it diverge still? What no longer does
 * becomes a regression. Used once.
 */
final class OldFindings {
  /** A gate is short: it looks at no more than these, and leaves the rest to the night. */
  private static final int GATE_MAX = 16;

  private final FindingStore store;
  private final Optional<Regressions> regressions;
  private final Environment now;
  private final UnaryOperator<Path> names;
  private final List<Finding> shown = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final List<String> damaged = new ArrayList<>();

  /**
   * Prepares it.
   *
   * @param regressions where the inputs go of those that are gone; empty if they stay where they
   *     are
   * @param now what is looked with
   * @param names a path as people want to read it
   */
  OldFindings(
      FindingStore store,
      Optional<Regressions> regressions,
      Environment now,
      UnaryOperator<Path> names) {
    this.store = store;
    this.regressions = regressions;
    this.now = now;
    this.names = names;
  }

  /**
   * Runs them again.
   *
   * @param thorough whether all of them; otherwise only the first few, and none that takes as long
   *     as a limit lets it
   * @param stop asked before each
   * @return whether it got to the end
   * @throws IOException if the folder of findings cannot be read, or a regression not be written
   */
  boolean run(String target, Judge judge, boolean thorough, BooleanSupplier stop)
      throws IOException {
    List<Finding> left = new ArrayList<>();
    int looked = 0;
    for (Finding old : of(target)) {
      if (stop.getAsBoolean()) {
        return false;
      }
      if (thorough || (isQuick(old.kind()) && looked < GATE_MAX)) {
        look(old, judge, thorough);
        looked++;
      } else {
        left.add(old);
      }
    }
    if (!left.isEmpty()) {
      notes.add(
          "did not look whether %,d kept findings diverge still: `./lockstep repro --all %s` does"
              .formatted(left.size(), target));
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

  private List<Finding> of(String target) throws IOException {
    List<Finding> all = new ArrayList<>();
    for (String id : store.idsBeginningWith(target + "-")) {
      try {
        // The name of one target can be the beginning of another's.
        store.read(id).filter(old -> old.target().equals(target)).ifPresent(all::add);
      } catch (IOException e) {
        damaged.add(e.getMessage() + "\n\nhint: remove its folder");
      }
    }
    return all;
  }

  private static boolean isQuick(Kind kind) {
    return switch (kind) {
      case VALUE, REJECT, REJECT_KIND, CRASH, DEATH, EFFECT, NONDETERMINISM -> true;
      case HANG, MEMORY, COST -> false;
    };
  }

  private void look(Finding old, Judge judge, boolean thorough) throws IOException {
    Revisited seen = Revisited.of(old, judge);
    if (seen.now() == Now.GONE) {
      notes.add(gone(seen));
    } else if (thorough) {
      tell(seen);
    }
  }

  private void tell(Revisited seen) {
    Finding old = seen.finding();
    switch (seen.now()) {
      case REPRODUCED -> shown.add(old);
      case ACCEPTED -> notes.add("`" + old.id() + "` is accepted now");
      case DIFFERENT ->
          notes.add("`" + old.id() + "` diverges differently now: `" + seen.detail() + "`");
      case UNSURE -> notes.add("`" + old.id() + "` cannot be compared: " + seen.detail());
      case GONE -> {}
    }
  }

  private String gone(Revisited seen) throws IOException {
    Finding old = seen.finding();
    Optional<Path> moved =
        regressions.isPresent() ? seen.settle(store, regressions.get(), now) : Optional.empty();
    return "`%s` no longer diverges: it did with %s, and does not with %s%s"
        .formatted(
            old.id(),
            old.environment().sides(),
            now.sides(),
            moved.map(file -> "; its input is a regression now, " + names.apply(file)).orElse(""));
  }
}
