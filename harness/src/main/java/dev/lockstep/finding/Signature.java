package dev.lockstep.finding;

import dev.lockstep.Build;
import dev.lockstep.Verdict;
import dev.lockstep.cause.Neighbours;
import dev.lockstep.judge.Judge;
import dev.lockstep.pair.Pair;
import java.util.BitSet;
import java.util.Optional;

/**
 * The code that a diverging input reaches, and none of its neighbours on which the sides agree:
 * most often that of the bug.
 *
 * @param only edges of the port's fuzz build
 * @param known whether there were neighbours to go by; there are none where two causes meet in one
 *     input
 */
record Signature(BitSet only, boolean known) {
  /**
   * How much of the smaller one two signatures of one cause share: what is around a bug, such as
   * how a value is written, makes for the rest. Those of two causes mostly share nothing.
   */
  private static final double SHARED_MIN = 0.5;

  /**
   * Each neighbour on which a side does not come back, or ends, costs seconds or a process: after
   * so many the rest is not asked.
   */
  private static final int LOST_MAX = 3;

  private static final byte[] NOTHING = {};
  private static final Signature UNKNOWN = new Signature(new BitSet(), false);

  /**
   * That of an input that diverges with a build. Only neighbours count that both sides take: who
   * rejects an input may have met the bug before. Where a side does not take the input itself,
   * there may be none of these, and another byte in the place of one will do.
   */
  static Signature of(Judge judge, byte[] input, Build build) {
    Optional<BitSet> own = judge.edges(input);
    if (own.isEmpty()) {
      return UNKNOWN;
    }
    boolean bothTake = bothTake(judge, input, build);
    BitSet only = (BitSet) own.get().clone();
    boolean known = false;
    int lost = 0;
    for (byte[] neighbour : Neighbours.of(input)) {
      Verdict verdict = judge.judge(neighbour, build);
      if (isLost(verdict) && ++lost > LOST_MAX) {
        return UNKNOWN;
      }
      if (verdict instanceof Verdict.Agree
          && ((!bothTake && neighbour.length == input.length) || judge.originalTakes(neighbour))) {
        Optional<BitSet> edges = judge.edges(neighbour);
        edges.ifPresent(only::andNot);
        known |= edges.isPresent();
      }
    }
    judge.edges(NOTHING).ifPresent(only::andNot);
    return known ? new Signature(only, true) : UNKNOWN;
  }

  private static boolean isLost(Verdict verdict) {
    return verdict instanceof Verdict.Divergence(var differences, int _)
        && differences.stream().anyMatch(difference -> !difference.kind().isOfAnswers());
  }

  private static boolean bothTake(Judge judge, byte[] input, Build build) {
    Pair.Outcomes answers = judge.answers(input, build);
    return answers.original().takes() && answers.port().takes();
  }

  /** Whether it says anything: the bug may be in code that every input reaches. */
  boolean isTelling() {
    return known && !only.isEmpty();
  }

  /** Whether two signatures that are telling are of one cause. */
  boolean isLike(Signature other) {
    return shared(other.only)
        >= SHARED_MIN * Math.min(only.cardinality(), other.only.cardinality());
  }

  /** Whether an input with these edges reaches all of it. */
  boolean isIn(BitSet edges) {
    return shared(edges) == only.cardinality();
  }

  /** Whether an input with these edges reaches so little of it that it has another cause. */
  boolean isForeignTo(BitSet edges) {
    return shared(edges) < SHARED_MIN * only.cardinality();
  }

  /** Whether an input with these edges cannot be said to reach it. */
  boolean isMissedBy(BitSet edges) {
    return shared(edges) <= SHARED_MIN * only.cardinality();
  }

  private int shared(BitSet edges) {
    BitSet both = (BitSet) only.clone();
    both.and(edges);
    return both.cardinality();
  }
}
