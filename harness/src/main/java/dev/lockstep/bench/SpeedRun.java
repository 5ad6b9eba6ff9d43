package dev.lockstep.bench;

import dev.lockstep.pair.Pair;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;

/**
 * Measures both sides in turns, round by round, so that a machine that slows down slows both; the
 * first part of the time only warms up.
 */
public final class SpeedRun {
  private static final double WARM_UP_SHARE = 0.4;
  private static final int ROUNDS_MIN = 3;
  private static final double NANOS = 1e9;

  /** A round is short enough for many of them, long enough for the clock. */
  private static final double ROUND_NANOS_MIN = 2e6;

  private final Pair pair;
  private final List<byte[]> inputs;
  private final BooleanSupplier stop;

  /**
   * Prepares a measurement.
   *
   * @param pair the original with the build to measure
   * @param inputs at least one
   * @param stop asked between rounds
   */
  public SpeedRun(Pair pair, List<byte[]> inputs, BooleanSupplier stop) {
    if (inputs.isEmpty()) {
      throw new IllegalArgumentException("there is nothing to measure with");
    }
    this.pair = pair;
    this.inputs = List.copyOf(inputs);
    this.stop = stop;
  }

  /**
   * Measures.
   *
   * @param seconds how long
   * @return empty if it was stopped
   */
  public Optional<SpeedResult> run(double seconds) {
    long start = System.nanoTime();
    int repeats = 1;
    while (!stop.getAsBoolean() && since(start) < seconds * WARM_UP_SHARE) {
      Round round = round(repeats);
      double nanosOfFaster = Math.min(round.originalNanos, round.portNanos) * inputs.size();
      repeats = Math.max(repeats, (int) Math.ceil(ROUND_NANOS_MIN / Math.max(1, nanosOfFaster)));
    }
    List<Round> rounds = new ArrayList<>();
    while (!stop.getAsBoolean() && (since(start) < seconds || rounds.size() < ROUNDS_MIN)) {
      rounds.add(round(repeats));
    }
    if (stop.getAsBoolean()) {
      return Optional.empty();
    }
    return Optional.of(
        new SpeedResult(
            inputs.size(),
            rounds.size(),
            median(rounds, Round::originalNanos),
            median(rounds, Round::portNanos),
            median(rounds, round -> round.originalNanos / round.portNanos)));
  }

  private Round round(int repeats) {
    return new Round(
        mean(repeats, pair::observeOriginal), mean(repeats, input -> pair.runPort(input, false)));
  }

  private double mean(int repeats, Consumer<byte[]> execution) {
    long start = System.nanoTime();
    for (int i = 0; i < repeats; i++) {
      for (byte[] input : inputs) {
        execution.accept(input);
      }
    }
    return (System.nanoTime() - start) / ((double) repeats * inputs.size());
  }

  private static double since(long start) {
    return (System.nanoTime() - start) / NANOS;
  }

  private static double median(List<Round> rounds, ToDoubleFunction<Round> figure) {
    double[] sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  /** Means over a round, in nanoseconds an execution. */
  private record Round(double originalNanos, double portNanos) {}
}
