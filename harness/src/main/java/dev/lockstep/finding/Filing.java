package dev.lockstep.finding;

import dev.lockstep.Build;
import dev.lockstep.Difference;
import dev.lockstep.Kind;
import dev.lockstep.Verdict;
import dev.lockstep.cause.BytePattern;
import dev.lockstep.finding.Finding.Environment;
import dev.lockstep.finding.Finding.FoundBy;
import dev.lockstep.finding.Finding.State;
import dev.lockstep.judge.Case;
import dev.lockstep.judge.Judge;
import dev.lockstep.oracle.OutcomeText;
import dev.lockstep.pair.Pair;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Makes findings of what engines suspect: shrinks it, judges it again with care, each side in a
 * fresh process, and keeps the smallest with a few others that came out different.
 *
 * <p>What does not show when judged again is no finding; the caller is told and counts it.
 */
public final class Filing {
  private static final int INPUTS_MAX = 16;
  private static final int OTHERS_MAX = 5;

  /** Looking for what ended a process, or changed an answer, may mean running all again. */
  private static final Duration SEARCH_TIME = Duration.ofSeconds(20);

  private static final Duration SHRINK_TIME = Duration.ofSeconds(5);

  private final String target;
  private final Judge judge;
  private final FindingStore store;
  private final Environment environment;
  private final Clock clock;

  /** Files with what {@code judge} has loaded. */
  public Filing(
      String target, Judge judge, FindingStore store, Environment environment, Clock clock) {
    this.target = target;
    this.judge = judge;
    this.store = store;
    this.environment = environment;
    this.clock = clock;
  }

  /**
   * Files the divergence with one fingerprint.
   *
   * @param id of the fingerprint under which the inputs were logged
   * @param inputs that showed it
   * @param shrinkTime how long to shrink; zero keeps the smallest input as it is
   * @return empty if no input shows it by itself, in a fresh process
   * @throws IOException if it cannot be written
   */
  public Optional<Filed> file(String id, List<byte[]> inputs, FoundBy foundBy, Duration shrinkTime)
      throws IOException {
    List<byte[]> smallestFirst = new ArrayList<>(inputs);
    smallestFirst.sort(Small.SMALLER_FIRST);
    List<Small> small = new ArrayList<>();
    long end = System.nanoTime() + shrinkTime.toNanos();
    for (byte[] input : smallestFirst.subList(0, Math.min(INPUTS_MAX, smallestFirst.size()))) {
      Duration left = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
      if (left.isZero() && !small.isEmpty()) {
        break;
      }
      Optional<Shown> shown = Shown.in(quickly(input), id);
      if (shown.isPresent()) {
        Small candidate = Small.of(Case.of(input), shown.get(), judge, left);
        if (small.stream().noneMatch(s -> same(s, candidate))) {
          small.add(candidate);
        }
      }
    }
    small.sort(Comparator.comparing(s -> s.replay().input(), Small.SMALLER_FIRST));
    while (!small.isEmpty()) {
      Optional<Small> confirmed = confirmed(id, small.getFirst());
      if (confirmed.isPresent()) {
        List<byte[]> others =
            small.stream().skip(1).limit(OTHERS_MAX).map(s -> s.replay().input()).toList();
        return Optional.of(keep(confirmed.get(), others, foundBy));
      }
      small.removeFirst();
    }
    // Not in processes that have answered others before: then perhaps in fresh ones.
    return smallestFirst.isEmpty()
        ? Optional.empty()
        : fileCase(
                Case.of(smallestFirst.getFirst()),
                difference -> difference.fingerprint().id().equals(id),
                foundBy,
                shrinkTime)
            .stream()
            .findFirst();
  }

  /**
   * Files what the build that ships makes of an input on which only the fuzz build diverges in the
   * way that was found: a panic of its checks is often a wrong value without them.
   *
   * @param found a finding that the release build does not show
   * @throws IOException if it cannot be written
   */
  public List<Filed> fileAsShipped(Finding found, FoundBy foundBy, Duration shrinkTime)
      throws IOException {
    List<Filed> filed = new ArrayList<>();
    if (judge.has(Build.RELEASE)
        && judge.judge(found.input(), Build.RELEASE) instanceof Verdict.Divergence divergence) {
      for (Difference difference : divergence.differences()) {
        file(difference.fingerprint().id(), List.of(found.input()), foundBy, shrinkTime)
            .ifPresent(filed::add);
      }
    }
    return filed;
  }

  /**
   * Files what ended an engine.
   *
   * @return empty if nothing that the engine ran ends a process when it is run again, alone or
   *     after what ran before it: then something else may have ended the engine; a list without a
   *     finding if what ends it has been accepted
   * @throws IOException if it cannot be written
   */
  public Optional<List<Filed>> fileSuspicion(Death death, FoundBy foundBy) throws IOException {
    if (death.history().isEmpty()) {
      return Optional.empty();
    }
    Optional<Case> found = judge.lethal(death.history(), SEARCH_TIME);
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(fileCase(found.get(), Judge::canEndAProcess, foundBy, SHRINK_TIME));
  }

  /**
   * Files what an input does beside answering: what it leaves behind, keeps or costs.
   *
   * @return empty if nothing of it shows in fresh processes
   * @throws IOException if it cannot be written
   */
  public List<Filed> fileInspected(byte[] input, FoundBy foundBy) throws IOException {
    return fileCase(Case.of(input), Filing::liesBeside, foundBy, SHRINK_TIME);
  }

  /**
   * Files a side that changed its mind.
   *
   * @param history inputs in the order in which they ran, the one in question last
   * @return empty if both sides are steady when asked again
   * @throws IOException if it cannot be written
   */
  public List<Filed> fileFickle(List<byte[]> history, FoundBy foundBy) throws IOException {
    Optional<Case> found =
        history.isEmpty() ? Optional.empty() : judge.fickle(history, SEARCH_TIME);
    return found.isEmpty()
        ? List.of()
        : fileCase(
            found.get(),
            difference -> difference.kind() == Kind.NONDETERMINISM,
            foundBy,
            // Once for a target and side, and each question may take a JVM's start.
            SEARCH_TIME);
  }

  /**
   * Files what is sought of what a case shows when judged with care.
   *
   * @throws IOException if it cannot be written
   */
  public List<Filed> fileCase(
      Case found, Predicate<Difference> sought, FoundBy foundBy, Duration shrinkTime)
      throws IOException {
    Map<Build, Verdict> verdicts = judge.confirm(found);
    List<String> ids =
        verdicts.values().stream()
            .filter(Verdict.Divergence.class::isInstance)
            .flatMap(verdict -> ((Verdict.Divergence) verdict).differences().stream())
            .filter(sought)
            .map(difference -> difference.fingerprint().id())
            .distinct()
            .toList();
    List<Filed> filed = new ArrayList<>();
    for (String id : ids) {
      Shown shown = Shown.in(verdicts, id).orElseThrow();
      Duration each = shrinkTime.dividedBy(ids.size());
      Small small =
          confirmed(id, Small.of(found, shown, judge, each))
              .orElseGet(() -> Small.asFound(found, shown));
      filed.add(keep(small, List.of(), foundBy));
    }
    return filed;
  }

  private static boolean liesBeside(Difference difference) {
    return switch (difference.kind()) {
      case EFFECT, COST, MEMORY, NONDETERMINISM, DEATH, HANG -> true;
      case VALUE, REJECT, REJECT_KIND, CRASH -> false;
    };
  }

  /** The same case as it shows in fresh processes, if it does. */
  private Optional<Small> confirmed(String id, Small small) {
    return Shown.in(judge.confirm(small.replay()), id)
        .map(shown ->
            new Small(small.replay(), shown, small.foundBytes(), small.steps(), small.complete()));
  }

  private Map<Build, Verdict> quickly(byte[] input) {
    Map<Build, Verdict> verdicts = new EnumMap<>(Build.class);
    for (Build build : Build.values()) {
      if (judge.has(build)) {
        verdicts.put(build, judge.judge(input, build));
      }
    }
    return verdicts;
  }

  private Filed keep(Small small, List<byte[]> others, FoundBy foundBy) throws IOException {
    String id = small.shown().difference().fingerprint().id();
    Optional<Finding> before = store.read(id);
    State state = before.isPresent() ? State.KNOWN : State.NEW;
    if (before.isPresent()
        && isNoLarger(before.get().replay(), small.replay())
        && Shown.in(judge.confirm(before.get().replay()), id).isPresent()) {
      return new Filed(before.get(), state);
    }
    Finding finding = finding(small, others.size(), foundBy);
    Pair.Outcomes explained = judge.explain(small.replay(), small.shown().build());
    store.write(
        finding,
        OutcomeText.full(explained.original()),
        OutcomeText.full(explained.port()),
        others);
    return new Filed(finding, state);
  }

  private static boolean isNoLarger(Case one, Case other) {
    int before = Integer.compare(one.before().size(), other.before().size());
    return before < 0
        || (before == 0 && Small.SMALLER_FIRST.compare(one.input(), other.input()) <= 0);
  }

  private static boolean same(Small one, Small other) {
    return Arrays.equals(one.replay().input(), other.replay().input());
  }

  private Finding finding(Small small, int others, FoundBy foundBy) {
    Difference difference = small.shown().difference();
    byte[] input = small.replay().input();
    Need need = Need.of(small, judge);
    return new Finding(
        Finding.FORMAT,
        difference.fingerprint().id(),
        target,
        difference.kind(),
        difference.fingerprint().text(),
        List.of(difference.fingerprint().text()),
        difference.path(),
        difference.original(),
        difference.port(),
        small.shown().builds(),
        input.length,
        base64(input),
        small.replay().before().stream().map(Filing::base64).toList(),
        need.pattern().map(BytePattern::toString).orElse(null),
        need.nearestAgreeing().map(Filing::base64).orElse(null),
        small.complete(),
        small.foundBytes(),
        small.steps(),
        others,
        now(),
        foundBy,
        environment);
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private String now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /**
   * A finding, as it was kept.
   *
   * @param state whether an earlier run had kept it already
   */
  public record Filed(Finding finding, State state) {}
}
