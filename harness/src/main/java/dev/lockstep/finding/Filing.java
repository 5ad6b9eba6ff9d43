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
import dev.lockstep.judge.Pin;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Makes findings of what engines suspect: shrinks it, finds out what it needs, judges it again with
 * care, each side in a fresh process, and keeps each cause once ({@code docs/causes.md}).
 *
 * <p>What does not show when judged again is no finding; the caller is told and counts it.
 */
public final class Filing {
  private static final int INPUTS_MAX = 64;

  /** Looking for what ended a process, or changed an answer, may mean running all again. */
  private static final Duration SEARCH_TIME = Duration.ofSeconds(20);

  private static final Duration SHRINK_TIME = Duration.ofSeconds(5);

  /** No input gets more than this share of the time that is left, if others wait. */
  private static final int SHARE = 3;

  private final Judge judge;
  private final Keeper keeper;

  /** What was filed already, by the fingerprint's id. */
  private final Map<String, Set<ByteBuffer>> done = new HashMap<>();

  /** What came of it. */
  private final Map<String, List<Filed>> results = new HashMap<>();

  /** Files with what {@code judge} has loaded. */
  public Filing(
      String target, Judge judge, FindingStore store, Environment environment, Clock clock) {
    this.judge = judge;
    this.keeper = new Keeper(target, judge, store, environment, clock);
  }

  /**
   * Files the causes behind one fingerprint. Inputs that this was given before are not looked at
   * again: if there are no others, what came of them is said once more.
   *
   * @param id of the fingerprint under which the inputs were logged
   * @param inputs that showed it
   * @param shrinkTime how long to shrink; zero keeps the smallest input as it is
   * @return each cause once; none if no input shows it by itself, in a fresh process
   * @throws IOException if it cannot be written
   */
  public List<Filed> file(String id, List<byte[]> inputs, FoundBy foundBy, Duration shrinkTime)
      throws IOException {
    Set<ByteBuffer> before = done.computeIfAbsent(id, _ -> new HashSet<>());
    List<byte[]> smallestFirst = new ArrayList<>(inputs);
    smallestFirst.removeIf(input -> before.contains(ByteBuffer.wrap(input)));
    smallestFirst.sort(Small.SMALLER_FIRST);
    if (smallestFirst.isEmpty()) {
      return keeper.standing(results.getOrDefault(id, List.of()));
    }
    List<Filed> filed = fileFresh(id, smallestFirst, foundBy, shrinkTime);
    results.computeIfAbsent(id, _ -> new ArrayList<>()).addAll(filed);
    return filed;
  }

  private List<Filed> fileFresh(
      String id, List<byte[]> smallestFirst, FoundBy foundBy, Duration shrinkTime)
      throws IOException {
    Set<ByteBuffer> before = done.computeIfAbsent(id, _ -> new HashSet<>());
    Map<String, Filed> filed = new LinkedHashMap<>();
    long end = System.nanoTime() + shrinkTime.toNanos();
    List<byte[]> some = smallestFirst.subList(0, Math.min(INPUTS_MAX, smallestFirst.size()));
    for (int i = 0; i < some.size(); i++) {
      long left = Math.max(0, end - System.nanoTime());
      if (left == 0 && !filed.isEmpty()) {
        break;
      }
      before.add(ByteBuffer.wrap(some.get(i)));
      Duration share = Duration.ofNanos(left / Math.min(SHARE, some.size() - i));
      for (Filed one : fileInput(id, some.get(i), foundBy, share)) {
        filed.merge(one.finding().id(), one, Filed::then);
      }
    }
    if (!filed.isEmpty()) {
      return keeper.standing(filed.values());
    }
    // Not in processes that have answered others before: then perhaps in fresh ones.
    return fileCase(
        Case.of(smallestFirst.getFirst()),
        difference -> difference.fingerprint().id().equals(id),
        foundBy,
        shrinkTime);
  }

  /** Findings of this run that turned out to have the cause of another, by their ids. */
  public Set<String> takenBack() {
    return keeper.absorbed().keySet();
  }

  /** Files what one input shows of a fingerprint: for each trait of the values, a cause. */
  private List<Filed> fileInput(String id, byte[] input, FoundBy foundBy, Duration time)
      throws IOException {
    List<Filed> filed = new ArrayList<>();
    Optional<Shown> shown = Shown.in(quickly(input), id);
    if (shown.isPresent()) {
      List<String> traits = shown.get().difference().traits();
      for (String trait : traits) {
        Duration each = time.dividedBy(traits.size());
        Optional<Small> small = small(input, shown.get(), trait, each);
        if (small.isPresent()) {
          keep(small.get(), foundBy).ifPresent(filed::add);
        }
      }
    }
    return filed;
  }

  /**
   * Shrinks an input. If it becomes an input of a cause that is kept, and was none of that before,
   * it has slid: then it is shrunk once more, away from all that is kept.
   */
  private Optional<Small> small(byte[] input, Shown shown, String trait, Duration time)
      throws IOException {
    Case found = Case.of(input);
    Pin pin = shown.pin(trait);
    Small small = Small.of(found, shown, pin, _ -> true, judge, time);
    List<BytePattern> kept = keeper.patterns(shown.difference().fingerprint().text());
    if (anyMatches(kept, small.replay().input()) && !anyMatches(kept, input)) {
      small = Small.of(found, shown, pin, bytes -> !anyMatches(kept, bytes), judge, time);
    }
    return again(small, trait);
  }

  private static boolean anyMatches(List<BytePattern> patterns, byte[] input) {
    return patterns.stream().anyMatch(pattern -> pattern.matches(input));
  }

  /**
   * What a small case shows now. Whichever difference it was found by, it is known by the one that
   * says most.
   */
  private Optional<Small> again(Small small, String trait) {
    Map<Build, Verdict> verdicts = quickly(small.replay().input());
    Difference by = small.shown().difference();
    Optional<Shown> now = Shown.in(verdicts, by.fingerprint().id());
    if (now.isEmpty()) {
      return Optional.empty();
    }
    Difference telling = now.get().mostTelling();
    if (telling.fingerprint().equals(by.fingerprint())) {
      return Optional.of(small.showing(now.get(), now.get().pin(trait)));
    }
    return Shown.in(verdicts, telling.fingerprint().id())
        .map(shown -> small.showing(shown, shown.pin(telling.traits().getFirst())));
  }

  /** Keeps a case, unless it does not show itself in fresh processes. */
  private Optional<Filed> keep(Small small, FoundBy foundBy) throws IOException {
    Optional<Finding> recognised = keeper.recognised(small);
    if (recognised.isPresent() && keeper.stays(recognised.get(), small)) {
      return Optional.of(keeper.add(recognised.get(), small));
    }
    Optional<Finding> kin = recognised.isEmpty() ? keeper.kin(small) : Optional.empty();
    if (kin.isPresent()) {
      return Optional.of(keeper.add(kin.get(), small));
    }
    Optional<Small> confirmed = confirmed(small);
    return confirmed.isEmpty()
        ? Optional.empty()
        : Optional.of(keepConfirmed(confirmed.get(), foundBy));
  }

  private Filed keepConfirmed(Small small, FoundBy foundBy) throws IOException {
    Need need = Need.of(small, judge);
    Optional<Finding> same = keeper.same(small, need);
    return same.isPresent() && keeper.stays(same.get(), small)
        ? keeper.add(same.get(), small)
        : keeper.write(small, need, same, foundBy);
  }

  /**
   * Shrinks a finding further and finds out what it needs; its id stays.
   *
   * @return empty if it no longer diverges as it did
   * @throws IOException if it cannot be written
   */
  public Optional<Filed> shrink(Finding before, Duration time) throws IOException {
    Optional<Shown> shown =
        Shown.in(
                judge.confirm(before.replay()),
                difference -> difference.fingerprint().text().equals(before.fingerprint()))
            .or(() -> Shown.in(judge.confirm(before.replay()), before::isShownBy));
    if (shown.isEmpty()) {
      return Optional.empty();
    }
    Case found = before.replay();
    Pin pin = shown.get().pin(shown.get().difference().traits().getFirst());
    Small small = Small.of(found, shown.get(), pin, _ -> true, judge, time);
    small = confirmed(small).orElseGet(() -> Small.asFound(found, shown.get()));
    return Optional.of(
        keeper.write(small, Need.of(small, judge), Optional.of(before), before.foundBy()));
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
        filed.addAll(
            file(difference.fingerprint().id(), List.of(found.input()), foundBy, shrinkTime));
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
      Shown shown = Shown.in(verdicts, id).orElseThrow().alone();
      Duration each = shrinkTime.dividedBy(ids.size());
      Pin pin = Pin.loose(shown.difference());
      Small small =
          confirmed(Small.of(found, shown, pin, _ -> true, judge, each))
              .orElseGet(() -> Small.asFound(found, shown));
      filed.add(keepConfirmed(small, foundBy));
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
  private Optional<Small> confirmed(Small small) {
    String id = small.shown().difference().fingerprint().id();
    return Shown.in(judge.confirm(small.replay()), id)
        .map(fresh -> small.showing(small.shown().asIn(fresh), small.pin()));
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

  /**
   * A finding, as it was kept.
   *
   * @param state whether an earlier run had kept it already
   */
  public record Filed(Finding finding, State state) {

    /** The same finding, filed again: it stays as new as it was. */
    public Filed then(Filed later) {
      return new Filed(later.finding, state);
    }
  }
}
