package dev.lockstep.targets.hdrhistogram;

import java.util.List;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;
import org.jspecify.annotations.Nullable;

/** Two histograms, of which operations change and ask the first. */
final class Histograms {
  private static final int DIGITS = 1;

  /** What one correction may add: a small interval would make it billions. */
  private static final long MISSING_MAX = 1_000;

  /** What is smaller and not 0 may be 0 after a division by 100. */
  private static final double PERCENTILE_MIN = 1e-6;

  private static final int FOOTPRINT_FIXED = 512;

  private Histogram a = new Histogram(DIGITS);
  private Histogram b = new Histogram(DIGITS);

  /**
   * What an operation did.
   *
   * @param answer what it said, or null
   * @param count of all that is recorded afterwards
   */
  record Done(@Nullable Object answer, long count) {}

  /**
   * What is recorded, in short.
   *
   * @param minNonZero null where nothing above 0 is recorded
   * @param mean as a share of the greatest value
   * @param deviation as a share of the greatest value
   */
  record Summary(long min, long max, @Nullable Long minNonZero, double mean, double deviation) {}

  /** The steps through an empty histogram: whether there are any is another question. */
  record OfNothing(List<Iterations.Step> ofNothing) {}

  record Equivalent(long lowest, long highest, long median, long next, long range) {}

  record Shape(long low, long high, int digits, boolean resizes, int slots) {}

  Done run(Operation operation) throws Rejected, DataFormatException {
    Object answer = answer(operation);
    return new Done(answer, a.getTotalCount());
  }

  private @Nullable Object answer(Operation operation) throws Rejected, DataFormatException {
    return switch (operation) {
      case Operation.Create(long low, long high, int digits) ->
          replace(new Histogram(low, high, digits));
      case Operation.CreateResizing(int digits) -> replace(new Histogram(digits));
      case Operation.RecordOne(long value) -> {
        a.recordValue(value);
        yield null;
      }
      case Operation.RecordMany(long value, long count) -> {
        a.recordValueWithCount(value, count);
        yield null;
      }
      case Operation.RecordCorrected(long value, long interval) -> {
        bound(value, interval);
        yield whole(() -> a.recordValueWithExpectedInterval(value, interval));
      }
      case Operation.Add() -> whole(() -> a.add(b));
      case Operation.AddCorrected(long interval) -> {
        bound(farthest(b), interval);
        yield whole(() -> a.addWhileCorrectingForCoordinatedOmission(b, interval));
      }
      case Operation.Subtract() -> whole(() -> a.subtract(b));
      case Operation.Swap() -> {
        Histogram old = a;
        a = b;
        b = old;
        yield null;
      }
      case Operation.Copy() -> {
        b = a.copy();
        yield null;
      }
      case Operation.CopyCorrected(long interval) -> {
        bound(farthest(a), interval);
        b = a.copyCorrectedForCoordinatedOmission(interval);
        yield b.getTotalCount();
      }
      case Operation.Reset() -> {
        a.reset();
        yield null;
      }
      case Operation.Statistics() -> {
        double scale = Math.max(1, greatest(a));
        yield new Summary(
            a.getMinValue(),
            greatest(a),
            leastAboveZero(),
            a.getMean() / scale,
            a.getStdDeviation() / scale);
      }
      case Operation.AtPercentile(double percentile) -> {
        if (percentile != 0 && Math.abs(percentile) < PERCENTILE_MIN) {
          throw new Rejected("too small a percentile");
        }
        yield a.getValueAtPercentile(percentile);
      }
      case Operation.PercentileBelow(long value) -> a.getPercentileAtOrBelowValue(value);
      case Operation.CountBetween(long from, long to) -> a.getCountBetweenValues(from, to);
      case Operation.CountAt(long value) -> a.getCountAtValue(value);
      case Operation.Equivalents(long value) ->
          new Equivalent(
              a.lowestEquivalentValue(value),
              a.highestEquivalentValue(value),
              a.medianEquivalentValue(value),
              a.nextNonEquivalentValue(value),
              a.sizeOfEquivalentValueRange(value));
      case Operation.Layout() ->
          new Shape(
              a.getLowestDiscernibleValue(),
              a.getHighestTrackableValue(),
              a.getNumberOfSignificantValueDigits(),
              a.isAutoResize(),
              (a.getEstimatedFootprintInBytes() - FOOTPRINT_FIXED) / Long.BYTES);
      case Operation.Recorded() -> Iterations.of(a.recordedValues());
      case Operation.All() -> Iterations.of(a.allValues());
      case Operation.Linear(long step) -> steps(a.linearBucketValues(step));
      case Operation.Logarithmic(long first, double base) -> {
        if (!(base > 1 && base <= Operation.BASE_MAX)) {
          throw new Rejected("steps that grow are by a factor above 1 and up to 10");
        }
        yield steps(a.logarithmicBucketValues(first, base));
      }
      case Operation.Percentiles(int halvings) ->
          Iterations.ofPercentiles(a.percentiles(1 << halvings));
      case Operation.WriteV2() -> {
        byte[] written = Format.write(a);
        goOn(Format.read(written));
        yield Format.Written.of(written);
      }
      case Operation.WriteDeflated() -> {
        byte[] written = Format.writeDeflated(a);
        goOn(Format.readDeflated(written));
        yield Format.Written.of(Format.inflated(written));
      }
      case Operation.ReadV2(byte[] written) -> replace(Format.read(Format.sound(written)));
      case Operation.ReadDeflated(byte[] written) -> {
        Format.sound(Format.inflated(written));
        yield replace(Format.readDeflated(written));
      }
    };
  }

  /** 0 if there is none: both sides leave that open. */
  private static long greatest(Histogram histogram) {
    return histogram.getTotalCount() == 0 ? 0 : histogram.getMaxValue();
  }

  private Object steps(Iterable<HistogramIterationValue> values) {
    List<Iterations.Step> steps = Iterations.of(values);
    return a.getTotalCount() == 0 ? new OfNothing(steps) : steps;
  }

  private @Nullable Long leastAboveZero() {
    long least = a.getMinNonZeroValue();
    return least == Long.MAX_VALUE ? null : least;
  }

  /** With what was read of what was written; the formats do not say whether it resizes itself. */
  private void goOn(Histogram read) {
    read.setAutoResize(a.isAutoResize());
    a = read;
  }

  private @Nullable Object replace(Histogram made) {
    a = made;
    return null;
  }

  /** Neither side says what an operation leaves that it gives up on the way: so it is nothing. */
  private @Nullable Object whole(Runnable operation) {
    try {
      operation.run();
      return null;
    } catch (RuntimeException e) {
      a.reset();
      throw e;
    }
  }

  /** How far a correction goes down from: the end of the slot of the greatest value. */
  private static long farthest(Histogram histogram) {
    return histogram.getTotalCount() == 0
        ? 0
        : histogram.highestEquivalentValue(histogram.getMaxValue());
  }

  private static void bound(long value, long interval) throws Rejected {
    if (interval > 0 && value / interval > MISSING_MAX) {
      throw new Rejected("too many values are missing");
    }
  }
}
