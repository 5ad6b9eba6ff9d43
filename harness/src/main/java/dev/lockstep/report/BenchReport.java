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
 * @param shipped the plain original and the release build of the port
 * @param speedRatio how many times as fast as the original the port is, as both ship
 */
public record BenchReport(
    int format,
    String verb,
    String target,
    double seconds,
    int inputs,
    Fuzzing fuzzing,
    double overheadRatio,
    Shipped shipped,
    double speedRatio,
    Environment environment) {
  /** The format that this version writes. */
  public static final int FORMAT = 1;

  private static final double NANOS = 1e9;
  private static final double RATIO_STEPS = 1_000;

  /** Executions a second while fuzzing: each side alone, and the pair. */
  public record Fuzzing(
      long originalExecutionsPerSecond,
      long portExecutionsPerSecond,
      long pairExecutionsPerSecond,
      int rounds) {

    /** From costs of an execution in nanoseconds. */
    public static Fuzzing ofNanos(double original, double port, double pair, int rounds) {
      return new Fuzzing(perSecond(original), perSecond(port), perSecond(pair), rounds);
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
