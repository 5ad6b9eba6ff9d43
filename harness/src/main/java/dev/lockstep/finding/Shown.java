package dev.lockstep.finding;

import dev.lockstep.Build;
import dev.lockstep.Difference;
import dev.lockstep.Kind;
import dev.lockstep.Verdict;
import dev.lockstep.judge.Pin;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A difference, and with which builds of the port it shows.
 *
 * @param build the one whose word counts: the release build if it shows it
 * @param difference the one in question
 * @param builds {@code release}, {@code fuzz} or {@code both}
 * @param beside all that shows with that build, this difference among it
 */
record Shown(Build build, Difference difference, String builds, List<Difference> beside) {
  /** What explains most comes first: a side that fails has no values to compare. */
  private static final List<Kind> TELLING_FIRST =
      List.of(
          Kind.DEATH,
          Kind.HANG,
          Kind.MEMORY,
          Kind.CRASH,
          Kind.REJECT,
          Kind.REJECT_KIND,
          Kind.VALUE,
          Kind.NONDETERMINISM,
          Kind.EFFECT,
          Kind.COST);

  private static final Comparator<Difference> MOST_TELLING =
      Comparator.<Difference>comparingInt(difference -> TELLING_FIRST.indexOf(difference.kind()))
          .thenComparing(difference -> difference.fingerprint().text());

  /** Copies the list. */
  Shown {
    beside = List.copyOf(beside);
  }

  /** The first difference that is sought, if the verdicts hold one. */
  static Optional<Shown> in(Map<Build, Verdict> verdicts, Predicate<Difference> sought) {
    Map<Build, Difference> found = new LinkedHashMap<>();
    verdicts.forEach((build, verdict) -> {
      if (verdict instanceof Verdict.Divergence divergence) {
        divergence.differences().stream()
            .filter(sought)
            .findFirst()
            .ifPresent(difference -> found.put(build, difference));
      }
    });
    return found.entrySet().stream()
        .findFirst()
        .map(first ->
            new Shown(
                first.getKey(),
                first.getValue(),
                found.size() > 1 ? "both" : first.getKey().word(),
                verdicts.get(first.getKey()) instanceof Verdict.Divergence(var all, int _)
                    ? all
                    : List.of()));
  }

  /** The same with the difference that has an id. */
  static Optional<Shown> in(Map<Build, Verdict> verdicts, String id) {
    return in(verdicts, difference -> difference.fingerprint().id().equals(id));
  }

  /** The difference that says most about the cause, whichever was in question: always the same. */
  Difference mostTelling() {
    return mostTelling(beside);
  }

  /** Of several differences, of which there is one at least, the one that says most. */
  static Difference mostTelling(List<Difference> differences) {
    return differences.stream().min(MOST_TELLING).orElseThrow();
  }

  /** The fingerprints of all that shows, the one in question first. */
  List<String> fingerprints() {
    return Stream.concat(Stream.of(difference), beside.stream())
        .map(shown -> shown.fingerprint().text())
        .distinct()
        .toList();
  }

  /** The same without what shows beside it. */
  Shown alone() {
    return new Shown(build, difference, builds, List.of(difference));
  }

  /** This as it was seen in fresh processes, where more may be seen that is not this cause's. */
  Shown asIn(Shown fresh) {
    List<Difference> still =
        fresh.beside.stream()
            .filter(
                now -> beside.stream().anyMatch(it -> it.fingerprint().equals(now.fingerprint())))
            .toList();
    return new Shown(fresh.build, fresh.difference, fresh.builds, still);
  }

  /** Holds an input to this difference and its values' trait, and to nothing that is not here. */
  Pin pin(String trait) {
    return Pin.tight(difference, trait, beside);
  }
}
