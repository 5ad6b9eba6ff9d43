package dev.lockstep.finding;

import dev.lockstep.Build;
import dev.lockstep.Kind;
import dev.lockstep.Verdict;
import dev.lockstep.finding.Finding.Environment;
import dev.lockstep.judge.Case;
import dev.lockstep.judge.Judge;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

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

  /** What a finding's builds can be called that a judge with the usual builds can look at. */
  private static final Set<String> BUILDS = Set.of(Build.RELEASE.word(), Build.FUZZ.word(), "both");

  /** How often both sides have to agree before what comes and goes is called gone. */
  private static final int LOOKS_FICKLE = 5;

  /**
   * Replays a finding with all builds. What may show at one time and not at another is replayed
   * again until it shows, and only after several times in a row without is it gone.
   */
  public static Revisited of(Finding finding, Judge judge) {
    return of(finding, judge::confirm);
  }

  /**
   * The same.
   *
   * @param confirm judges with care and with all builds
   */
  static Revisited of(Finding finding, Function<Case, Map<Build, Verdict>> confirm) {
    if (BUILDS.stream().noneMatch(finding.build()::equals)) {
      return new Revisited(
          finding, Now.UNSURE, "it takes the " + finding.build() + " build, which was not run");
    }
    Revisited seen = look(finding, confirm);
    for (int looks = 1; looks < looks(finding.kind()) && seen.now == Now.GONE; looks++) {
      seen = look(finding, confirm);
    }
    return seen;
  }

  private static int looks(Kind kind) {
    return switch (kind) {
      case VALUE, REJECT, REJECT_KIND, CRASH -> 1;
      case DEATH, HANG, MEMORY, COST, NONDETERMINISM, EFFECT -> LOOKS_FICKLE;
    };
  }

  private static Revisited look(Finding finding, Function<Case, Map<Build, Verdict>> confirm) {
    Map<Build, Verdict> verdicts = confirm.apply(finding.replay());
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
   * Makes a finding that is gone a regression, and removes it once that is safely written: ended in
   * between, both are there, and the next time does the rest. One that needs earlier inputs stays,
   * since a regression is a single input.
   *
   * @param with what it was replayed with
   * @return where its input lies now; empty if it stays
   * @throws IOException if it cannot be written or removed
   */
  public Optional<Path> settle(FindingStore store, Regressions regressions, Environment with)
      throws IOException {
    if (now != Now.GONE || !finding.earlierInputsBase64().isEmpty()) {
      return Optional.empty();
    }
    Path kept = regressions.keepMended(finding, with);
    store.remove(finding.id());
    return Optional.of(kept);
  }
}
