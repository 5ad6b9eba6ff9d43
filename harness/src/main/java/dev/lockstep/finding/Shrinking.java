package dev.lockstep.finding;

import dev.lockstep.Build;
import dev.lockstep.Difference;
import dev.lockstep.Verdict;
import dev.lockstep.cause.BytePattern;
import dev.lockstep.judge.Case;
import dev.lockstep.judge.Judge;
import java.util.ArrayList;
import java.util.Base64;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Makes logged inputs small, pinned to what each was logged for. What comes of one depends on
 * nothing but itself and what it is to stay away from; it is remembered.
 *
 * <p>An input that has become small in code that the logged one never reached has slid into another
 * cause. Then it is shrunk once more, and that code is no way for it.
 */
final class Shrinking {
  /** So many causes may lie on the way of one input. */
  private static final int TRIES_MAX = 4;

  private final Judge judge;
  private final Careful careful;
  private final Map<String, Optional<Small>> done = new HashMap<>();

  Shrinking(Judge judge, Careful careful) {
    this.judge = judge;
    this.careful = careful;
  }

  /** What an input shows, asked quickly. */
  private Map<Build, Verdict> quickly(byte[] input) {
    Map<Build, Verdict> verdicts = new EnumMap<>(Build.class);
    for (Build build : Build.values()) {
      if (judge.has(build)) {
        verdicts.put(build, judge.judge(input, build));
      }
    }
    return verdicts;
  }

  /** The traits of what an input shows under a fingerprint; none if it does not show it. */
  List<String> traits(String id, byte[] input) {
    return Shown.in(quickly(input), id).map(shown -> shown.difference().traits()).orElse(List.of());
  }

  /** The ids of the fingerprints that the build that ships shows. */
  List<String> shipped(byte[] input) {
    return judge.has(Build.RELEASE)
            && judge.judge(input, Build.RELEASE)
                instanceof Verdict.Divergence(var differences, int _)
        ? differences.stream().map(difference -> difference.fingerprint().id()).distinct().toList()
        : List.of();
  }

  /**
   * Shrinks an input.
   *
   * @param away patterns that no smaller input may match
   * @param deadline when it is over, the input is left as it is
   * @return empty if the input does not show the fingerprint
   */
  Optional<Small> shrink(Logged logged, List<BytePattern> away, Deadline deadline) {
    String key =
        logged.id()
            + '\n'
            + logged.trait()
            + '\n'
            + Base64.getEncoder().encodeToString(logged.input())
            + '\n'
            + away.stream().map(BytePattern::toString).sorted().collect(Collectors.joining("\n"));
    Optional<Small> before = done.get(key);
    if (before != null) {
      return before;
    }
    Optional<Small> small =
        Shown.in(quickly(logged.input()), logged.id())
            .filter(shown -> shown.difference().traits().contains(logged.trait()))
            .flatMap(shown -> shrink(logged, shown, away, deadline));
    if (!deadline.isOver()) {
      done.put(key, small);
    }
    return small;
  }

  private Optional<Small> shrink(
      Logged logged, Shown shown, List<BytePattern> away, Deadline deadline) {
    Optional<BitSet> reached = judge.edges(logged.input());
    List<Signature> foreign = new ArrayList<>();
    Optional<Small> small = Optional.empty();
    for (int tries = 0; tries < TRIES_MAX; tries++) {
      small =
          again(
              Small.of(
                  Case.of(logged.input()),
                  shown,
                  shown.pin(logged.trait()),
                  bytes -> isWanted(bytes, away, foreign),
                  judge,
                  deadline.left()),
              logged.trait());
      Optional<Signature> other = small.map(this::signature).filter(Signature::isTelling);
      if (reached.isEmpty() || other.filter(it -> it.isMissedBy(reached.get())).isEmpty()) {
        return small;
      }
      foreign.add(other.get());
    }
    return small;
  }

  private Signature signature(Small small) {
    return careful.signature(small.replay().input(), small.shown().build());
  }

  /** Whether an input is none of what it must not become. */
  private boolean isWanted(byte[] bytes, List<BytePattern> away, List<Signature> foreign) {
    if (away.stream().anyMatch(pattern -> pattern.matches(bytes))) {
      return false;
    }
    return foreign.isEmpty()
        || judge
            .edges(bytes)
            .filter(edges -> foreign.stream().allMatch(it -> it.isMissedBy(edges)))
            .isPresent();
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
}
