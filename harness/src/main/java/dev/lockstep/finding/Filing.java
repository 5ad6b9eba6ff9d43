package dev.lockstep.finding;

import dev.lockstep.Build;
import dev.lockstep.Difference;
import dev.lockstep.Fingerprint;
import dev.lockstep.Side;
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
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes findings of diverging inputs: judges them again, shrinks them, and keeps the smallest with
 * a few others that came out different.
 *
 * <p>An input that does not diverge when judged again is no finding; the caller is told and counts
 * it.
 */
public final class Filing {
  private static final int EXECUTIONS_MAX = 200_000;
  private static final int INPUTS_MAX = 16;
  private static final int OTHERS_MAX = 5;

  /** Shorter first; of one length, lower bytes first. */
  private static final Comparator<byte[]> SMALLER_FIRST =
      Comparator.<byte[]>comparingInt(input -> input.length).thenComparing(Arrays::compareUnsigned);

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
   * @return empty if no input shows it any more
   * @throws IOException if it cannot be written
   */
  public Optional<Filed> file(String id, List<byte[]> inputs, FoundBy foundBy, Duration shrinkTime)
      throws IOException {
    List<byte[]> smallestFirst = new ArrayList<>(inputs);
    smallestFirst.sort(SMALLER_FIRST);
    List<Small> small = new ArrayList<>();
    long end = System.nanoTime() + shrinkTime.toNanos();
    for (byte[] input : smallestFirst.subList(0, Math.min(INPUTS_MAX, smallestFirst.size()))) {
      Duration left = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
      Optional<Shown> shown = show(id, input);
      if (shown.isPresent()) {
        Small candidate = shrink(id, shown.get(), input, left);
        if (small.stream().noneMatch(s -> Arrays.equals(s.input, candidate.input))) {
          small.add(candidate);
        }
      }
    }
    small.sort(Comparator.comparing(Small::input, SMALLER_FIRST));
    return small.isEmpty() ? Optional.empty() : Optional.of(keep(small, foundBy));
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
   * Files the end of a process. It is not replayed here: it would end this process too.
   *
   * @throws IOException if it cannot be written
   */
  public Filed fileDeath(Death death, FoundBy foundBy) throws IOException {
    String dead = death.how();
    String other = "not run";
    boolean original = death.side() == Side.ORIGINAL;
    Fingerprint fingerprint =
        new Fingerprint(target, death.kind().word() + " $ " + death.side().word() + " " + dead);
    State state = store.has(fingerprint.id()) ? State.KNOWN : State.NEW;
    Finding finding =
        new Finding(
            Finding.FORMAT,
            fingerprint.id(),
            fingerprint.target(),
            death.kind(),
            fingerprint.text(),
            "$",
            original ? dead : other,
            original ? other : dead,
            Build.FUZZ.word(),
            death.input().length,
            Base64.getEncoder().encodeToString(death.input()),
            false,
            death.input().length,
            0,
            0,
            now(),
            foundBy,
            environment);
    store.write(finding, finding.original() + "\n", finding.port() + "\n", List.of());
    return new Filed(finding, state);
  }

  private Small shrink(String id, Shown shown, byte[] input, Duration time) {
    if (time.isZero()) {
      return new Small(input, shown, input.length, 0, false);
    }
    Fingerprint fingerprint = shown.difference.fingerprint();
    Shrunk shrunk =
        Shrinker.shrink(
            input,
            candidate -> judge.shows(candidate, fingerprint, shown.build),
            time,
            EXECUTIONS_MAX);
    // Judged once more with care: the loop above asked each side only once.
    return show(id, shrunk.input())
        .map(last ->
            new Small(shrunk.input(), last, input.length, shrunk.steps(), shrunk.complete()))
        .orElseGet(() -> new Small(input, shown, input.length, 0, false));
  }

  private Filed keep(List<Small> small, FoundBy foundBy) throws IOException {
    Small smallest = small.getFirst();
    String id = smallest.shown.difference.fingerprint().id();
    Optional<Finding> before = store.read(id);
    State state = before.isPresent() ? State.KNOWN : State.NEW;
    if (before.isPresent()
        && SMALLER_FIRST.compare(before.get().input(), smallest.input) <= 0
        && show(id, before.get().input()).isPresent()) {
      return new Filed(before.get(), state);
    }
    List<byte[]> others = small.stream().skip(1).limit(OTHERS_MAX).map(Small::input).toList();
    Finding finding = finding(smallest, others.size(), foundBy);
    Pair.Outcomes explained = judge.explain(smallest.input, smallest.shown.build);
    store.write(
        finding,
        OutcomeText.full(explained.original()),
        OutcomeText.full(explained.port()),
        others);
    return new Filed(finding, state);
  }

  private Finding finding(Small small, int others, FoundBy foundBy) {
    Difference difference = small.shown.difference;
    return new Finding(
        Finding.FORMAT,
        difference.fingerprint().id(),
        difference.fingerprint().target(),
        difference.kind(),
        difference.fingerprint().text(),
        difference.path(),
        difference.original(),
        difference.port(),
        small.shown.builds,
        small.input.length,
        Base64.getEncoder().encodeToString(small.input),
        small.complete,
        small.foundBytes,
        small.steps,
        others,
        now(),
        foundBy,
        environment);
  }

  private String now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /**
   * Which difference with this id an input shows, and with which builds; the release build's word
   * counts first.
   */
  private Optional<Shown> show(String id, byte[] input) {
    Map<Build, Difference> found = new LinkedHashMap<>();
    judge
        .judge(input)
        .forEach((build, verdict) -> {
          if (verdict instanceof Verdict.Divergence divergence) {
            divergence.differences().stream()
                .filter(difference -> difference.fingerprint().id().equals(id))
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

  private record Shown(Build build, Difference difference, String builds) {}

  @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
  private record Small(byte[] input, Shown shown, int foundBytes, int steps, boolean complete) {}

  /**
   * A finding, as it was kept.
   *
   * @param state whether an earlier run had kept it already
   */
  public record Filed(Finding finding, State state) {}
}
