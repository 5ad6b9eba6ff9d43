package dev.lockstep.finding;

import dev.lockstep.Build;
import dev.lockstep.Difference;
import dev.lockstep.Verdict;
import dev.lockstep.cause.BytePattern;
import dev.lockstep.cause.Crux;
import dev.lockstep.judge.Judge;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells whether a case diverges by the cause of a smaller finding although that finding's pattern
 * does not match it: it holds what the finding needs, the sides agree when the finding's crux is
 * put right in it, and doing so changes the port's way through its code as it does in the finding.
 */
final class Kinship {
  /** The share of the finding's turn that must be in a case's. */
  private static final double SHARE_MIN = 0.5;

  private final Judge judge;
  private final Map<String, Optional<Turn>> turns = new HashMap<>();

  private final Careful careful;

  Kinship(Judge judge, Careful careful) {
    this.judge = judge;
    this.careful = careful;
  }

  /**
   * What the code says that only they reach.
   *
   * @return empty if it says nothing
   */
  Optional<Boolean> sharesCode(Finding kept, byte[] input, Build build) {
    if (!kept.earlierInputsBase64().isEmpty()) {
      return Optional.empty();
    }
    Signature ours = careful.signature(kept);
    Signature theirs = careful.signature(input, build);
    if (ours.isTelling() && theirs.isTelling()) {
      return Optional.of(ours.isLike(theirs));
    }
    boolean foreign =
        (ours.isTelling() && careful.edges(input).filter(ours::isForeignTo).isPresent())
            || (theirs.isTelling()
                && careful.edges(kept.input()).filter(theirs::isForeignTo).isPresent());
    return foreign ? Optional.of(false) : Optional.empty();
  }

  /**
   * A case that may be kin.
   *
   * @param input larger than the finding's
   * @param shown all that it shows
   * @param build with which it shows it
   * @param showsAlike whether that is what the finding shows, traits included, here or at another
   *     path
   * @param anywhere whether what the finding needs may stand anywhere in it
   */
  @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
  record Candidate(
      byte[] input, List<Difference> shown, Build build, boolean showsAlike, boolean anywhere) {}

  /** Whether what is left of an input, once one cause is put right in it, is another kept cause. */
  @FunctionalInterface
  interface Rest {
    /** Asks. */
    boolean isKnown(byte[] input, List<Difference> shown);
  }

  /** Whether the cause of {@code kept} is that of the candidate. */
  boolean explains(Finding kept, Candidate candidate, Rest rest) {
    Optional<BytePattern> pattern = kept.pattern();
    Optional<byte[]> agreeing = kept.nearestAgreeing();
    if (pattern.isEmpty()
        || agreeing.isEmpty()
        || !kept.earlierInputsBase64().isEmpty()
        || Small.SMALLER_FIRST.compare(kept.input(), candidate.input()) >= 0) {
      return false;
    }
    Optional<Crux> crux = Crux.of(pattern.get(), kept.input(), agreeing.get());
    Optional<Turn> ours =
        turns.computeIfAbsent(
            kept.inputBase64(), _ -> Turn.between(judge, kept.input(), agreeing.get()));
    if (crux.isEmpty() || ours.isEmpty()) {
      return false;
    }
    Crux where = candidate.anywhere() ? crux.get().anywhere() : crux.get();
    boolean taken = judge.originalTakes(agreeing.get());
    for (byte[] right : where.putRight(candidate.input())) {
      if (judge.originalTakes(right) == taken && isKin(ours.get(), candidate, right, rest)) {
        return true;
      }
    }
    return false;
  }

  private boolean isKin(Turn ours, Candidate candidate, byte[] right, Rest rest) {
    return switch (judge.judge(right, candidate.build())) {
      case Verdict.Agree _ ->
          Turn.between(judge, candidate.input(), right)
              .map(theirs ->
                  ours.size() == 0
                      ? candidate.showsAlike() && theirs.size() == 0
                      : ours.shareIn(theirs) >= SHARE_MIN)
              .orElse(false);
      // Two causes in one input are no third.
      case Verdict.Divergence(var differences, int _) -> rest.isKnown(right, differences);
      case Verdict.Accepted _, Verdict.Incomparable _ -> false;
    };
  }
}
