package dev.lockstep.finding;

import dev.lockstep.Build;
import dev.lockstep.Difference;
import dev.lockstep.Verdict;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A difference, and with which builds of the port it shows.
 *
 * @param build the one whose word counts: the release build if it shows it
 * @param builds {@code release}, {@code fuzz} or {@code both}
 */
record Shown(Build build, Difference difference, String builds) {

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
                found.size() > 1 ? "both" : first.getKey().word()));
  }

  /** The same with the difference that has an id. */
  static Optional<Shown> in(Map<Build, Verdict> verdicts, String id) {
    return in(verdicts, difference -> difference.fingerprint().id().equals(id));
  }
}
