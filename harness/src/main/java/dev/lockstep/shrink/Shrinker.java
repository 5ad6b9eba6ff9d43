package dev.lockstep.shrink;

import java.time.Duration;
import java.util.function.Predicate;

/**
 * Makes an input small, by its structure if that is known and by bytes, keeping what a predicate
 * asks for.
 *
 * <p>Smaller means shorter, and of the same length, simpler byte by byte. The passes are those that
 * Hypothesis has shown to work: delete runs, from long to short; lower bytes; lower equal bytes
 * together; swap neighbours into order. Where these are stuck come the dearer ones: delete pairs of
 * bytes, delete behind a length that counts what is deleted, merge neighbours, move sums together.
 * All are repeated until none of them helps or the budget is spent. The same input, predicate and
 * budget in executions give the same result.
 *
 * <p>An input is kept only if the predicate held for it, so a result is never worse than the input.
 */
public final class Shrinker {
  private Shrinker() {}

  /**
   * Shrinks an input.
   *
   * @param input must fulfil the predicate
   * @param keeps whether an input still shows what it is kept for
   * @param time stop after this long
   * @param executionsMax stop after asking the predicate this often
   */
  public static Shrunk shrink(
      byte[] input, Predicate<byte[]> keeps, Duration time, int executionsMax) {
    return shrink(input, keeps, TargetStructure.NONE, time, executionsMax);
  }

  /**
   * Shrinks an input of a known form: what its structure proposes is tried before each round of the
   * other passes.
   *
   * @param structure of the input's target
   */
  public static Shrunk shrink(
      byte[] input,
      Predicate<byte[]> keeps,
      TargetStructure structure,
      Duration time,
      int executionsMax) {
    Search search = new Search(input, keeps, time, executionsMax);
    ByteOrder order = ByteOrder.of(input);
    int before;
    do {
      before = search.steps();
      Proposals.of(structure, search);
      Deletion.runs(search);
      Lowering.bytes(search, order);
      Lowering.equalBytes(search, order);
      Lowering.swaps(search, order);
      if (search.steps() == before) {
        Deletion.pairs(search);
        LengthFields.lower(search);
        Lowering.merges(search);
        Lowering.sums(search, order);
      }
      if (ByteOrder.of(search.best()) == ByteOrder.BINARY) {
        // What was text when it was found may have none left. Never back: that would not end.
        order = ByteOrder.BINARY;
      }
    } while (search.steps() > before && !search.exhausted());
    return new Shrunk(search.best(), search.steps(), search.executions(), !search.exhausted());
  }

  /**
   * What came of it.
   *
   * @param input the smallest that was found
   * @param steps how often something smaller was found
   * @param executions how often the predicate was asked
   * @param complete whether nothing smaller was left to try; otherwise the budget was spent
   */
  @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
  public record Shrunk(byte[] input, int steps, int executions, boolean complete) {}
}
