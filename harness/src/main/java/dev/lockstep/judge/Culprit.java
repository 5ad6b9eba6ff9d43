package dev.lockstep.judge;

import dev.lockstep.Build;
import dev.lockstep.Difference;
import dev.lockstep.Kind;
import dev.lockstep.Outcome;
import dev.lockstep.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** Finds out of many inputs those that it takes to show what happened after all of them. */
final class Culprit {
  /** How many different inputs are looked at one by one. */
  private static final int DISTINCT_MAX = 1_000;

  /** How many of those that made the process grow most are looked at with care. */
  private static final int GROWTHS_MAX = 6;

  private final Judge judge;
  private final SideProcess original;

  Culprit(Judge judge, SideProcess original) {
    this.judge = judge;
    this.original = original;
  }

  /** See {@link Judge#lethal}. */
  Optional<Case> ofDeath(List<byte[]> history, Duration atMost) {
    BooleanSupplier enough = until(atMost);
    if (ends(history.getLast())) {
      return Optional.of(Case.of(history.getLast()));
    }
    for (SideProcess port : portsFuzzFirst()) {
      Optional<Case> found = single(port, history, enough).or(() -> several(port, history, enough));
      if (found.isPresent()) {
        return found;
      }
    }
    return several(original, history, enough);
  }

  /** See {@link Judge#fickle}. */
  Optional<Case> ofFickleness(List<byte[]> history, Duration atMost) {
    BooleanSupplier enough = until(atMost);
    byte[] input = history.getLast();
    if (shows(input, difference -> difference.kind() == Kind.NONDETERMINISM)) {
      return Optional.of(Case.of(input));
    }
    List<byte[]> before = history.subList(0, history.size() - 1);
    for (SideProcess port : portsFuzzFirst()) {
      Optional<Case> found = dependsOn(port, before, input, enough);
      if (found.isPresent()) {
        return found;
      }
    }
    return dependsOn(original, before, input, enough);
  }

  private static Optional<Case> dependsOn(
      SideProcess side, List<byte[]> before, byte[] input, BooleanSupplier enough) {
    Outcome alone = side.fresh(Case.of(input)).outcome();
    Outcome again = side.outcome(Case.of(input), false);
    if (Steadiness.answeredDifferently(alone, again)) {
      return Optional.of(new Case(List.of(input), input));
    }
    Predicate<List<byte[]>> changes =
        list -> Steadiness.answeredDifferently(alone, side.fresh(new Case(list, input)).outcome());
    return changes.test(before)
        ? Optional.of(new Case(Reduction.of(before, changes, enough), input))
        : Optional.empty();
  }

  /** One input by itself: it ends the process, leaves something behind that does, or leaks. */
  private Optional<Case> single(SideProcess port, List<byte[]> history, BooleanSupplier enough) {
    List<Growth> growths = new ArrayList<>();
    port.renew();
    long before = 0;
    for (byte[] input : distinct(history)) {
      if (enough.getAsBoolean()) {
        break;
      }
      Seen seen = port.inspect(Case.of(input));
      if ((!seen.outcome().answered() || !seen.effects().isEmpty()) && ends(input)) {
        return Optional.of(Case.of(input));
      }
      growths.add(new Growth(input, seen.usage().liveBytes() - before));
      before = seen.usage().liveBytes();
    }
    growths.sort(Comparator.comparingLong(Growth::bytes).reversed());
    return growths.stream()
        .limit(GROWTHS_MAX)
        .map(Growth::input)
        .filter(input -> !enough.getAsBoolean() && ends(input))
        .findFirst()
        .map(Case::of);
  }

  /** Several inputs, one after the other in one process. */
  private static Optional<Case> several(
      SideProcess side, List<byte[]> history, BooleanSupplier enough) {
    int end = endOf(side, history);
    if (end < 0) {
      return Optional.empty();
    }
    byte[] input = history.get(end);
    Predicate<List<byte[]>> ends = list -> !side.fresh(new Case(list, input)).outcome().answered();
    List<byte[]> before = history.subList(0, end);
    return ends.test(before)
        ? Optional.of(new Case(Reduction.of(before, ends, enough), input))
        : Optional.empty();
  }

  /** The index of the input at which a fresh process ends that is asked one after the other. */
  private static int endOf(SideProcess side, List<byte[]> history) {
    side.renew();
    for (int i = 0; i < history.size(); i++) {
      Outcome outcome = side.outcome(Case.of(history.get(i)), false);
      if (!outcome.lives()) {
        return i;
      }
    }
    return -1;
  }

  private List<SideProcess> portsFuzzFirst() {
    Map<Build, SideProcess> ports = judge.ports();
    return ports.keySet().stream().sorted(Comparator.reverseOrder()).map(ports::get).toList();
  }

  private boolean ends(byte[] input) {
    return shows(input, Judge::canEndAProcess);
  }

  private boolean shows(byte[] input, Predicate<Difference> sought) {
    // Accepted or not: it is what happened.
    return judge.confirmUnaccepting(Case.of(input)).values().stream()
        .anyMatch(verdict ->
            verdict instanceof Verdict.Divergence divergence
                && divergence.differences().stream().anyMatch(sought));
  }

  /** Each input once, the newest first, and not too many. */
  private static List<byte[]> distinct(List<byte[]> history) {
    List<byte[]> distinct = new ArrayList<>();
    for (byte[] input : history.reversed()) {
      if (distinct.size() >= DISTINCT_MAX) {
        break;
      }
      if (distinct.stream().noneMatch(one -> Arrays.equals(one, input))) {
        distinct.add(input);
      }
    }
    return distinct;
  }

  private static BooleanSupplier until(Duration atMost) {
    long end = System.nanoTime() + atMost.toNanos();
    return () -> System.nanoTime() > end;
  }

  @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
  private record Growth(byte[] input, long bytes) {}
}
