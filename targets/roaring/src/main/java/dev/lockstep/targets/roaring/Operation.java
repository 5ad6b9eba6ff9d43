package dev.lockstep.targets.roaring;

import dev.lockstep.operations.AtMost;
import dev.lockstep.operations.In;

/**
 * What is done with two bitmaps, of which the first is changed. Values are unsigned 32-bit numbers;
 * a range begins at one and has {@code count << shift} of them: up to eight containers.
 */
@AtMost(16)
public sealed interface Operation {
  /** The largest value. */
  long LAST = 0xffff_ffffL;

  /** Adds one. */
  record Add(@In(max = LAST) long value) implements Operation {}

  /** Removes one. */
  record Remove(@In(max = LAST) long value) implements Operation {}

  /** Adds a range. */
  record AddRange(@In(max = LAST) long value, @In(max = 0xffff) int count, @In(max = 3) int shift)
      implements Operation {}

  /** Removes a range. */
  record RemoveRange(
      @In(max = LAST) long value, @In(max = 0xffff) int count, @In(max = 3) int shift)
      implements Operation {}

  /** Adds many at one distance: what fills arrays and bitmaps quickly. */
  record AddSteps(
      @In(max = LAST) long value,
      @In(max = 0x1fff) int count,
      @In(min = 1, max = 0x100) int distance)
      implements Operation {}

  /** Whether one is there. */
  record Contains(@In(max = LAST) long value) implements Operation {}

  /** Whether all of a range is there. */
  record ContainsRange(
      @In(max = LAST) long value, @In(max = 0xffff) int count, @In(max = 3) int shift)
      implements Operation {}

  /** How many of a range are there. */
  record RangeCardinality(
      @In(max = LAST) long value, @In(max = 0xffff) int count, @In(max = 3) int shift)
      implements Operation {}

  /** How many are not greater. */
  record Rank(@In(max = LAST) long value) implements Operation {}

  /** The value before which there are as many. */
  record Select(@In(max = LAST) long index) implements Operation {}

  /** Up to four from one on. */
  record Next(@In(max = LAST) long value) implements Operation {}

  /** The greatest that is not greater. */
  record Previous(@In(max = LAST) long value) implements Operation {}

  /** The least that is not there and not less. */
  record NextAbsent(@In(max = LAST) long value) implements Operation {}

  /** The union. */
  record Or(Way way) implements Operation {}

  /** The intersection. */
  record And(Way way) implements Operation {}

  /** The difference. */
  record AndNot(Way way) implements Operation {}

  /** The symmetric difference. */
  record Xor(Way way) implements Operation {}

  /** Lets the two change places. */
  record Swap() implements Operation {}

  /** Run containers where they are smaller. */
  record RunOptimize() implements Operation {}

  /** No run containers. */
  record RemoveRunCompression() implements Operation {}

  /** Keeps the smallest. */
  record Limit(@In(max = 0xffff) int count) implements Operation {}

  /** Turns a range over. */
  record Flip(@In(max = LAST) long value, @In(max = 0xffff) int count, @In(max = 3) int shift)
      implements Operation {}

  /** How the two stand to each other. */
  record Relation() implements Operation {}

  /** Writes the first and reads it again. */
  record Rewrite() implements Operation {}

  /** How the libraries are asked to combine two. */
  enum Way {
    /** In place, with a borrowed second. */
    IN_PLACE,
    /** In place; the crate is given a second of its own. */
    OWNED,
    /** Into a new bitmap, which takes the place of the first. */
    NEW
  }
}
