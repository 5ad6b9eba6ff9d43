package dev.lockstep.targets.hdrhistogram;

import dev.lockstep.operations.AtMost;
import dev.lockstep.operations.In;
import dev.lockstep.operations.Size;

/**
 * What is done with two histograms, of which the first is changed and asked. At the start both
 * resize themselves and keep one digit.
 */
@AtMost(16)
public sealed interface Operation {
  /** Counts of up to 32 bits: no program adds up to more than 63. */
  long COUNT_MAX = 0xffff_ffffL;

  /** Values of up to 62 bits: what is computed from them fits into 63. */
  long VALUE_MAX = Long.MAX_VALUE / 2;

  /** The least value that is told from 0; beyond that the sides draw the line in other places. */
  long LOW_MAX = 1L << 50;

  /** Steps of one size, of which twelve are gone. */
  long STEP_MAX = 0xffff_ffffL;

  /** The first of steps that grow; they may grow {@value #BASE_MAX} times each. */
  long FIRST_MAX = 0xffff;

  /** By which steps may grow at most. */
  int BASE_MAX = 10;

  /** Begins anew, with bounds. */
  record Create(
      @In(max = LOW_MAX) long low, @In(max = Long.MAX_VALUE) long high, @In(max = 2) int digits)
      implements Operation {}

  /** Begins anew with one that resizes itself. */
  record CreateResizing(@In(max = 2) int digits) implements Operation {}

  /** Records a value once. */
  record RecordOne(@In(max = VALUE_MAX) long value) implements Operation {}

  /** Records a value many times. */
  record RecordMany(@In(max = VALUE_MAX) long value, @In(min = 1, max = COUNT_MAX) long count)
      implements Operation {}

  /** Records a value, and those that a stalled caller has not recorded. */
  record RecordCorrected(@In(max = 0xffff_ffffL) long value, @In(max = 0xffff_ffffL) long interval)
      implements Operation {}

  /** Adds the second. */
  record Add() implements Operation {}

  /** Adds the second, corrected. */
  record AddCorrected(@In(max = 0xffff_ffffL) long interval) implements Operation {}

  /** Subtracts the second. */
  record Subtract() implements Operation {}

  /** Lets the two change places. */
  record Swap() implements Operation {}

  /** Makes the second a copy of the first. */
  record Copy() implements Operation {}

  /** Makes the second a corrected copy of the first. */
  record CopyCorrected(@In(max = 0xffff_ffffL) long interval) implements Operation {}

  /** Forgets all that was recorded. */
  record Reset() implements Operation {}

  /** Least, greatest, mean and deviation. */
  record Statistics() implements Operation {}

  /** The value at a percentile. */
  record AtPercentile(double percentile) implements Operation {}

  /** The percentile at or below a value. */
  record PercentileBelow(@In(max = VALUE_MAX) long value) implements Operation {}

  /** How many lie between two values, both included. */
  record CountBetween(@In(max = VALUE_MAX) long from, @In(max = VALUE_MAX) long to)
      implements Operation {}

  /** How many are like a value. */
  record CountAt(@In(max = VALUE_MAX) long value) implements Operation {}

  /** Which values are like a value. */
  record Equivalents(@In(max = VALUE_MAX) long value) implements Operation {}

  /** How the histogram is laid out. */
  record Layout() implements Operation {}

  /** Goes through what was recorded. */
  record Recorded() implements Operation {}

  /** Goes through all values. */
  record All() implements Operation {}

  /** Goes on by steps of one size. */
  record Linear(@In(min = 1, max = STEP_MAX) long step) implements Operation {}

  /** Goes on by steps that grow. */
  record Logarithmic(@In(min = 1, max = FIRST_MAX) long first, double base) implements Operation {}

  /** Goes on by percentiles, by 2 to the power of a number of ticks in each half of the rest. */
  record Percentiles(@In(max = 6) int halvings) implements Operation {}

  /** Writes the first in the format V2, reads it and goes on with what was read. */
  record WriteV2() implements Operation {}

  /** The same in the format V2 with deflate. */
  record WriteDeflated() implements Operation {}

  /** Reads the format V2. */
  @SuppressWarnings("ArrayRecordComponent") // read, never compared
  record ReadV2(@Size(max = 400) byte[] written) implements Operation {}

  /** Reads the format V2 with deflate. */
  @SuppressWarnings("ArrayRecordComponent") // read, never compared
  record ReadDeflated(@Size(max = 400) byte[] written) implements Operation {}
}
