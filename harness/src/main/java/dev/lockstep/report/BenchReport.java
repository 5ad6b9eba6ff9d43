package dev.lockstep.report;

import dev.lockstep.finding.Finding.Environment;

/**
 * What {@code bench} measured, for machines ({@code docs/schema/bench.schema.json}).
 *
 * @param format of this document, 1
 * @param seconds how long it took in all
 * @param inputs how many different inputs both measurements ran over
 * @param fuzzing the original under instrumentation and the fuzz build of the port
 * @param overheadRatio cost of the pair / sum of the costs of each side alone, while fuzzing
 * @param recorderOverheadRatio what the flight recorder adds to the pair, as a share of the pair
 *     without it; noise can make it negative
 * @param recorder what the flight recorder costs a fuzzing engine
 * @param isolationRatio executions a second with the port in a worker / in process, while fuzzing
 * @param shipped the plain original and the release build of the port
 * @param speedRatio how many times as fast as the original the port is, as both ship
 * @param worker the release build of the port in a worker
 */
public record BenchReport(
    int format,
    String verb,
    String target,
    double seconds,
    int inputs,
    Fuzzing fuzzing,
    double overheadRatio,
    double recorderOverheadRatio,
    Recorder recorder,
    double isolationRatio,
    Shipped shipped,
    double speedRatio,
    Worker worker,
    Environment environment) {
  /** The format that this version writes. */
  public static final int FORMAT = 1;

  private static final double NANOS = 1e9;
  private static final double MICRO = 1e3;
  private static final double RATIO_STEPS = 1_000;

  /**
   * Executions a second while fuzzing: each side alone, the pair, and the pair with its port in a
   * worker.
   */
  public record Fuzzing(
      long originalExecutionsPerSecond,
      long portExecutionsPerSecond,
      long pairExecutionsPerSecond,
      long isolatedExecutionsPerSecond,
      int rounds) {

    /** From costs of an execution in nanoseconds. */
    public static Fuzzing ofNanos(
        double original, double port, double pair, double isolated, int rounds) {
      return new Fuzzing(
          perSecond(original), perSecond(port), perSecond(pair), perSecond(isolated), rounds);
    }
  }

  /**
   * What the flight recorder costs.
   *
   * @param nanos what it adds to an execution
   * @param engineExecutionsPerSecond how fast an engine fuzzes, all that libFuzzer does included
   * @param engineRatio the recorder's share of an engine's time
   */
  public record Recorder(double nanos, long engineExecutionsPerSecond, double engineRatio) {
    private static final double STEPS = 1e5;

    /** From nanoseconds, and executions a second. */
    public static Recorder of(double nanos, double executionsPerSecond) {
      return new Recorder(
          ratio(nanos),
          Math.round(executionsPerSecond),
          Math.round(nanos * executionsPerSecond / NANOS * STEPS) / STEPS);
    }
  }

  /**
   * A worker's round trips.
   *
   * @param roundTripsPerSecond over the inputs
   * @param roundTripMicros what one of them takes beyond the port's own processor time
   * @param emptyRoundTripsPerSecond with an empty input, which is trivial for most ports
   * @param emptyRoundTripMicros what one of those takes beyond the port's own processor time
   */
  public record Worker(
      long roundTripsPerSecond,
      double roundTripMicros,
      long emptyRoundTripsPerSecond,
      double emptyRoundTripMicros) {

    /** From costs of a round trip in nanoseconds. */
    public static Worker ofNanos(double trip, double own, double emptyTrip, double emptyOwn) {
      return new Worker(
          perSecond(trip), ratio(own / MICRO), perSecond(emptyTrip), ratio(emptyOwn / MICRO));
    }
  }

  /** Executions a second as both sides ship. */
  public record Shipped(
      long originalExecutionsPerSecond, long portExecutionsPerSecond, int rounds) {

    /** From costs of an execution in nanoseconds. */
    public static Shipped ofNanos(double original, double port, int rounds) {
      return new Shipped(perSecond(original), perSecond(port), rounds);
    }
  }

  /** A ratio to three places: more would be noise. */
  public static double ratio(double value) {
    return Math.round(value * RATIO_STEPS) / RATIO_STEPS;
  }

  private static long perSecond(double nanos) {
    return Math.round(NANOS / nanos);
  }
}
