package dev.lockstep.finding;

import dev.lockstep.judge.Judge;
import java.util.BitSet;
import java.util.Optional;

/**
 * How the port's way through its code changes from an input on which the sides agree to one on
 * which they do not.
 *
 * @param more edges that only the diverging input reaches
 * @param less edges that only the agreeing input reaches
 */
record Turn(BitSet more, BitSet less) {

  /** What the port's fuzz build does; empty if it does not answer both. */
  static Optional<Turn> between(Judge judge, byte[] diverging, byte[] agreeing) {
    Optional<BitSet> with = judge.edges(diverging);
    Optional<BitSet> without = judge.edges(agreeing);
    if (with.isEmpty() || without.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Turn(minus(with.get(), without.get()), minus(without.get(), with.get())));
  }

  /** The share of this that is in another; 0 if there is nothing to go by. */
  double shareIn(Turn other) {
    return size() == 0 ? 0 : both(other) / (double) size();
  }

  /** How alike they are, from 0 to 1; two that are nothing are alike. */
  double likeness(Turn other) {
    int all = size() + other.size() - both(other);
    return all == 0 ? 1 : both(other) / (double) all;
  }

  /** How many edges. */
  int size() {
    return more.cardinality() + less.cardinality();
  }

  private int both(Turn other) {
    return and(more, other.more).cardinality() + and(less, other.less).cardinality();
  }

  private static BitSet minus(BitSet all, BitSet without) {
    BitSet rest = (BitSet) all.clone();
    rest.andNot(without);
    return rest;
  }

  private static BitSet and(BitSet one, BitSet other) {
    BitSet both = (BitSet) one.clone();
    both.and(other);
    return both;
  }
}
