package dev.lockstep.finding;

import dev.lockstep.Build;
import dev.lockstep.Difference;
import dev.lockstep.Kind;
import dev.lockstep.Verdict;
import dev.lockstep.finding.Finding.Environment;
import dev.lockstep.finding.Finding.FoundBy;
import dev.lockstep.finding.Finding.State;
import dev.lockstep.judge.Case;
import dev.lockstep.judge.Judge;
import dev.lockstep.judge.Pin;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Makes findings of what engines suspect: shrinks it, finds out what it needs, judges it again with
 * care, each side in a fresh process, and keeps each cause once ({@code docs/causes.md}).
 *
 * <p>What does not show when judged again is no finding; the caller is told and counts it.
 */
public final class Filing {
  /**
   * The last guard when one fingerprint is filed. The work is bounded by executions, so that it
   * comes to the same on every machine; only targets that take milliseconds for an input get here,
   * and what is left then is not fully shrunk.
   */
  public static final Duration TIME_MAX = Duration.ofSeconds(30);

  /** Looking for what ended a process, or changed an answer, may mean running all again. */
  private static final Duration SEARCH_TIME = Duration.ofSeconds(20);

  /** For what has to be asked for in fresh processes, or takes seconds each time. */
  private static final Duration SLOW_TIME = Duration.ofSeconds(5);

  private final Judge judge;
  private final Shelf shelf;
  private final Keeper keeper;
  private final Careful careful;
  private final Shrinking shrinking;
  private final Assembly assembly;

  /** What was given to file, by the fingerprint's id. */
  private final Map<String, NavigableMap<byte[], FoundBy>> logged = new TreeMap<>();

  /** What came of it. */
  private final Map<String, List<Filed>> results = new HashMap<>();

  /** Cases that are filed as they are, and not by a fingerprint. */
  private final List<Unlogged> cases = new ArrayList<>();

  /** Whether something was filed since all was put in order. */
  private boolean unsettled;

  /** Files with what {@code judge} has loaded. */
  public Filing(
      String target, Judge judge, FindingStore store, Environment environment, Clock clock) {
    this.judge = judge;
    this.shelf = Shelf.of(store, target);
    this.careful = new Careful(judge);
    this.keeper = new Keeper(target, judge, shelf, environment, clock, careful);
    this.shrinking = new Shrinking(judge, careful);
    this.assembly = new Assembly(keeper, shrinking, careful);
  }

  /**
   * Files the causes behind one fingerprint. Inputs that this was given before are not looked at
   * again: if there are no others, what came of them is said once more.
   *
   * @param id of the fingerprint under which the inputs were logged
   * @param inputs that showed it
   * @param timeMax the last guard, best {@link #TIME_MAX}; zero keeps the smallest input as it is
   * @return each cause once; none if no input shows it by itself, in a fresh process
   * @throws IOException if it cannot be written
   */
  public List<Filed> file(String id, List<byte[]> inputs, FoundBy foundBy, Duration timeMax)
      throws IOException {
    Map<byte[], FoundBy> before = before(id);
    List<byte[]> fresh = new ArrayList<>(inputs);
    fresh.removeIf(before::containsKey);
    if (fresh.isEmpty()) {
      return keeper.standing(results.getOrDefault(id, List.of()));
    }
    fresh.sort(Small.SMALLER_FIRST);
    fresh.forEach(input -> before.putIfAbsent(input, foundBy));
    unsettled = true;
    List<Filed> filed = fileFresh(id, fresh, foundBy, timeMax);
    results.computeIfAbsent(id, _ -> new ArrayList<>()).addAll(filed);
    return filed;
  }

  private Map<byte[], FoundBy> before(String id) {
    return logged.computeIfAbsent(id, _ -> new TreeMap<>(Small.SMALLER_FIRST));
  }

  private List<Filed> fileFresh(
      String id, List<byte[]> smallestFirst, FoundBy foundBy, Duration timeMax) throws IOException {
    Map<String, Filed> filed = new LinkedHashMap<>();
    Deadline deadline = Deadline.in(timeMax);
    for (byte[] input : Choice.of(smallestFirst, judge)) {
      if (deadline.isOver() && !filed.isEmpty()) {
        break;
      }
      for (Piece piece : assembly.pieces(id, input, foundBy, deadline)) {
        Piece kept = assembly.slid(piece, deadline).orElse(piece);
        assembly
            .keep(kept.small(), foundBy)
            .ifPresent(one -> filed.merge(one.finding().id(), one, Filed::then));
      }
    }
    if (!filed.isEmpty()) {
      return keeper.standing(filed.values());
    }
    // Not in processes that have answered others before: then perhaps in fresh ones.
    return fileCase(
        id,
        Case.of(smallestFirst.getFirst()),
        difference -> difference.fingerprint().id().equals(id),
        foundBy,
        timeMax.compareTo(SLOW_TIME) < 0 ? timeMax : SLOW_TIME);
  }

  /**
   * Puts in order what was filed: inputs come in whatever order they are found, and what comes
   * first is kept first. So all of it is taken once more, from what was there before, the smallest
   * case first. The same inputs then give the same findings, however they came.
   *
   * @param timeMax the last guard
   * @return whether it is done; otherwise all stays as it was filed
   * @throws IOException if it cannot be written
   */
  public boolean settle(Duration timeMax) throws IOException {
    if (!unsettled) {
      return true;
    }
    Shelf draft = shelf.draft();
    Keeper drafting = keeper.on(draft);
    Optional<Map<String, List<Filed>>> settled =
        new Settling(
                judge, new Assembly(drafting, shrinking, careful), drafting, Deadline.in(timeMax))
            .run(logged, cases);
    if (settled.isEmpty()) {
      return false;
    }
    shelf.takeOver(draft);
    results.clear();
    results.putAll(settled.get());
    unsettled = false;
    return true;
  }

  /**
   * What came of the inputs that were filed under a fingerprint, as it is now.
   *
   * @throws IOException if it cannot be read
   */
  public List<Filed> filedUnder(String id) throws IOException {
    return keeper.standing(results.getOrDefault(id, List.of()));
  }

  /** Findings that this has made and taken back: they turned out to have the cause of another. */
  public Set<String> takenBack() {
    return keeper.takenBack();
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
    Small small = Small.patiently(found, shown.get(), pin, judge, time);
    small = careful.confirmed(small).orElseGet(() -> Small.asFound(found, shown.get()));
    return Optional.of(
        keeper.write(small, Need.of(small, judge), Optional.of(before), before.foundBy()));
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
        : Optional.of(fileCase(found.get(), Judge::canEndAProcess, foundBy, SLOW_TIME));
  }

  /**
   * Files what an input does beside answering: what it leaves behind, keeps or costs.
   *
   * @return empty if nothing of it shows in fresh processes
   * @throws IOException if it cannot be written
   */
  public List<Filed> fileInspected(byte[] input, FoundBy foundBy) throws IOException {
    return fileCase(
        Case.of(input), difference -> !difference.kind().isOfAnswers(), foundBy, SLOW_TIME);
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
    return fileCase("", found, sought, foundBy, shrinkTime);
  }

  private List<Filed> fileCase(
      String under, Case found, Predicate<Difference> sought, FoundBy foundBy, Duration shrinkTime)
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
      Optional<Finding> known = keeper.knownByFingerprint(found, shown);
      if (known.isPresent()) {
        filed.add(keeper.add(known.get(), Small.asFound(found, shown)));
        continue;
      }
      Duration each = shrinkTime.dividedBy(ids.size());
      Pin pin = Pin.loose(shown.difference());
      Small small =
          careful
              .confirmed(Small.of(found, shown, pin, _ -> true, judge, each))
              .orElseGet(() -> Small.asFound(found, shown));
      cases.add(new Unlogged(under, small, foundBy));
      unsettled = true;
      filed.add(assembly.keepConfirmed(small, foundBy));
    }
    return filed;
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
