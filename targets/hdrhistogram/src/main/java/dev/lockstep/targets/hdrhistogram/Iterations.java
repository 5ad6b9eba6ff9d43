package dev.lockstep.targets.hdrhistogram;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.HdrHistogram.HistogramIterationValue;

/** The first steps of an iterator. */
final class Iterations {
  private static final int STEPS_MAX = 12;

  private Iterations() {}

  /**
   * One step.
   *
   * @param value that it went on to
   * @param at how many are recorded at that value
   * @param added how many were passed by this step
   */
  record Step(long value, long at, long added) {}

  /**
   * One step by percentiles.
   *
   * @param percentile that it went on to
   */
  record PercentileStep(long value, long at, long added, double percentile) {}

  static List<Step> of(Iterable<HistogramIterationValue> values) {
    List<Step> steps = new ArrayList<>();
    Iterator<HistogramIterationValue> iterator = values.iterator();
    while (steps.size() < STEPS_MAX && iterator.hasNext()) {
      HistogramIterationValue step = iterator.next();
      steps.add(
          new Step(
              step.getValueIteratedTo(),
              step.getCountAtValueIteratedTo(),
              step.getCountAddedInThisIterationStep()));
    }
    return steps;
  }

  static List<PercentileStep> ofPercentiles(Iterable<HistogramIterationValue> values) {
    List<PercentileStep> steps = new ArrayList<>();
    Iterator<HistogramIterationValue> iterator = values.iterator();
    while (steps.size() < STEPS_MAX && iterator.hasNext()) {
      HistogramIterationValue step = iterator.next();
      steps.add(
          new PercentileStep(
              step.getValueIteratedTo(),
              step.getCountAtValueIteratedTo(),
              step.getCountAddedInThisIterationStep(),
              step.getPercentileLevelIteratedTo()));
    }
    return steps;
  }
}
