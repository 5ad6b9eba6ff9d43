package dev.lockstep.finding;

import dev.lockstep.Build;
import dev.lockstep.Kind;
import dev.lockstep.Verdict;
import dev.lockstep.files.SafeFiles;
import dev.lockstep.judge.Judge;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How it stands with a finding now.
 *
 * @param detail what goes with it, in a few words: the entry that accepts it, why nothing can be
 *     said; may be empty
 */
public record Revisited(Finding finding, Now now, String detail) {

  /** What its input shows now. */
  public enum Now {
    /** What it was kept for. */
    REPRODUCED,
    /** Another divergence. */
    DIFFERENT,
    /** What it was kept for, and the ledger has it. */
    ACCEPTED,
    /** Nothing that can be compared. */
    UNSURE,
    /** No divergence. */
    GONE
  }

  /** Replays a finding with all builds. */
  public static Revisited of(Finding finding, Judge judge) {
    Map<Build, Verdict> verdicts = judge.confirm(finding.replay());
    Set<String> entries = new LinkedHashSet<>();
    Optional<String> incomparable = Optional.empty();
    Optional<String> other = Optional.empty();
    for (Verdict verdict : verdicts.values()) {
      switch (verdict) {
        case Verdict.Divergence(var differences, int _) -> {
          if (differences.stream().anyMatch(finding::isShownBy)) {
            return new Revisited(finding, Now.REPRODUCED, "");
          }
          other = Optional.of(differences.getFirst().fingerprint().text());
        }
        case Verdict.Incomparable(String reason) -> incomparable = Optional.of(reason);
        case Verdict.Accepted(var rules) ->
            rules.stream().filter(rule -> !rule.startsWith("$")).forEach(entries::add);
        case Verdict.Agree _ -> {}
      }
    }
    if (other.isPresent()) {
      return new Revisited(finding, Now.DIFFERENT, other.get());
    }
    if (!entries.isEmpty()) {
      return new Revisited(finding, Now.ACCEPTED, String.join(", ", entries));
    }
    return incomparable.isPresent()
        ? new Revisited(finding, Now.UNSURE, incomparable.get())
        : new Revisited(finding, Now.GONE, "");
  }

  /**
   * Makes a finding that is gone a regression, and removes it once that is written. One that needs
   * earlier inputs, or shows only at times, stays.
   *
   * @return where its input lies now; empty if it stays
   * @throws IOException if it cannot be written or removed
   */
  public Optional<Path> settle(FindingStore store, Regressions regressions) throws IOException {
    if (now != Now.GONE
        || finding.kind() == Kind.NONDETERMINISM
        || !finding.earlierInputsBase64().isEmpty()) {
      return Optional.empty();
    }
    Path kept = regressions.keep(finding);
    SafeFiles.removeFolder(store.folderOf(finding.id()));
    return Optional.of(kept);
  }
}
