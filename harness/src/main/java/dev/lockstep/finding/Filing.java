package dev.lockstep.finding;

import dev.lockstep.Build;
import dev.lockstep.Difference;
import dev.lockstep.Fingerprint;
import dev.lockstep.Verdict;
import dev.lockstep.finding.Finding.Environment;
import dev.lockstep.finding.Finding.FoundBy;
import dev.lockstep.finding.Finding.State;
import dev.lockstep.judge.Judge;
import dev.lockstep.oracle.OutcomeText;
import dev.lockstep.pair.Pair;
import dev.lockstep.shrink.Shrinker;
import dev.lockstep.shrink.Shrinker.Shrunk;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes findings of diverging inputs: judges them again, shrinks the smallest, and keeps the result.
 *
 * <p>An input that does not diverge when judged again is no finding; the caller is told and counts it.
 */
public final class Filing {
  private static final int EXECUTIONS_MAX = 200_000;
  private static final int OTHERS_MAX = 5;

  private final Judge judge;
  private final FindingStore store;
  private final Environment environment;
  private final Clock clock;

  /** Files with what {@code judge} has loaded. */
  public Filing(Judge judge, FindingStore store, Environment environment, Clock clock) {
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
   * @return empty if no input shows it any more
   * @throws IOException if it cannot be written
   */
  public Optional<Filed> file(
      String id, List<byte[]> inputs, FoundBy foundBy, Duration shrinkTime) throws IOException {
    List<byte[]> smallestFirst = new ArrayList<>(inputs);
    smallestFirst.sort(Comparator.comparingInt(input -> input.length));
    for (byte[] input : smallestFirst) {
      Optional<Shown> shown = show(id, input);
      if (shown.isPresent()) {
        return Optional.of(file(shown.get(), input, smallestFirst, foundBy, shrinkTime));
      }
    }
    return Optional.empty();
  }

  private Filed file(
      Shown shown, byte[] input, List<byte[]> inputs, FoundBy foundBy, Duration shrinkTime)
      throws IOException {
    Fingerprint fingerprint = shown.difference.fingerprint();
    Shrunk shrunk =
        shrinkTime.isZero()
            ? new Shrunk(input, 0, 0, false)
            : Shrinker.shrink(
                input,
                candidate -> judge.shows(candidate, fingerprint, shown.build),
                shrinkTime,
                EXECUTIONS_MAX);
    Optional<Shown> smaller = show(fingerprint.id(), shrunk.input());
    Shown last = smaller.orElse(shown);
    byte[] kept = smaller.isPresent() ? shrunk.input() : input;
    State state = store.has(fingerprint.id()) ? State.KNOWN : State.NEW;
    Optional<Finding> before = store.read(fingerprint.id());
    if (before.isPresent() && before.get().inputBytes() < kept.length) {
      return new Filed(before.get(), state);
    }
    Finding finding = finding(last, kept, input.length, shrunk, inputs, foundBy);
    Pair.Outcomes explained = judge.explain(kept, last.build);
    store.write(
        finding,
        OutcomeText.full(explained.original()),
        OutcomeText.full(explained.port()),
        inputs.stream().limit(OTHERS_MAX).toList());
    return new Filed(finding, state);
  }

  private Finding finding(
      Shown shown,
      byte[] kept,
      int foundBytes,
      Shrunk shrunk,
      List<byte[]> inputs,
      FoundBy foundBy) {
    Difference difference = shown.difference;
    return new Finding(
        Finding.FORMAT,
        difference.fingerprint().id(),
        difference.fingerprint().target(),
        difference.kind(),
        difference.fingerprint().text(),
        difference.path(),
        difference.original(),
        difference.port(),
        shown.builds,
        kept.length,
        Base64.getEncoder().encodeToString(kept),
        shrunk.complete(),
        foundBytes,
        shrunk.steps(),
        Math.min(inputs.size(), OTHERS_MAX),
        clock.instant().truncatedTo(ChronoUnit.SECONDS).toString(),
        foundBy,
        environment);
  }

  /** Which difference with this id an input shows, and with which builds; the release build's word counts first. */
  private Optional<Shown> show(String id, byte[] input) {
    Map<Build, Difference> found = new LinkedHashMap<>();
    judge
        .judge(input)
        .forEach(
            (build, verdict) -> {
              if (verdict instanceof Verdict.Divergence divergence) {
                divergence.differences().stream()
                    .filter(difference -> difference.fingerprint().id().equals(id))
                    .findFirst()
                    .ifPresent(difference -> found.put(build, difference));
              }
            });
    return found.entrySet().stream()
        .findFirst()
        .map(
            first ->
                new Shown(
                    first.getKey(),
                    first.getValue(),
                    found.size() > 1 ? "both" : first.getKey().word()));
  }

  private record Shown(Build build, Difference difference, String builds) {}

  /**
   * A finding, as it was kept.
   *
   * @param state whether an earlier run had kept it already
   */
  public record Filed(Finding finding, State state) {}
}
