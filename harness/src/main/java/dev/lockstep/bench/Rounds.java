package dev.lockstep.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.ToDoubleFunction;

/**
 * Measures several things on the same inputs in turns, round by round, so that a machine that slows
 * down slows all of them; the first part of the time only warms up. Not thread-safe.
 */
public final class Rounds {
  private static final double WARM_UP_SHARE = 0.4;
  private static final int ROUNDS_MIN = 3;
  private static final double NANOS = 1e9;

  /** A round is short enough for many of them, long enough for the clock. */
  private static final double ROUND_NANOS_MIN = 2e6;

  private final List<Measured> all = new ArrayList<>();
  private final BooleanSupplier stop;

  /**
   * Prepares a measurement.
   *
   * @param stop asked between rounds
   */
  public Rounds(BooleanSupplier stop) {
    this.stop = stop;
  }

  /** What is measured. */
  @FunctionalInterface
  public interface Execution {
    /** Runs once on an input. */
    void run(byte[] input);

    /** The part of its time since this was last asked that is not its own; in nanoseconds. */
    default long foreignNanos() {
      return 0;
    }
  }

  /**
   * Adds one more thing to measure.
   *
   * @param inputs at least one
   * @return what stands for it in the figures
   */
  public Measured add(List<byte[]> inputs, Execution execution) {
    if (inputs.isEmpty()) {
      throw new IllegalArgumentException("there is nothing to measure with");
    }
    Measured measured = new Measured(List.copyOf(inputs), execution);
    all.add(measured);
    return measured;
  }

  /**
   * Measures.
   *
   * @param seconds how long
   * @return how many rounds; empty if it was stopped
   */
  public Optional<Integer> run(double seconds) {
    long start = System.nanoTime();
    while (!stop.getAsBoolean() && since(start) < seconds * WARM_UP_SHARE) {
      all.forEach(Measured::warmUp);
    }
    int rounds = 0;
    while (!stop.getAsBoolean() && (since(start) < seconds || rounds < ROUNDS_MIN)) {
      // Whoever comes after somebody else gets the caches as that one left them: not always the
      // same.
      List<Measured> order = rounds % 2 == 0 ? all : all.reversed();
      order.forEach(Measured::measure);
      rounds++;
    }
    return stop.getAsBoolean() ? Optional.empty() : Optional.of(rounds);
  }

  private static double since(long start) {
    return (System.nanoTime() - start) / NANOS;
  }

  private static double median(List<Round> rounds, ToDoubleFunction<Round> figure) {
    double[] sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  /** One of the things, with its figures: medians over the rounds, valid after the run. */
  public static final class Measured {
    private final List<byte[]> inputs;
    private final Execution execution;
    private final List<Round> rounds = new ArrayList<>();
    private int repeats = 1;

    private Measured(List<byte[]> inputs, Execution execution) {
      this.inputs = inputs;
      this.execution = execution;
    }

    /** The cost of an execution in nanoseconds. */
    public double nanos() {
      return median(rounds, Round::nanos);
    }

    /** The same without what is foreign to it. */
    public double ownNanos() {
      return median(rounds, round -> round.nanos - round.foreignNanos);
    }

    /** How many times as much as another it costs: the median of each round's own ratio. */
    public double ratioTo(Measured other) {
      double[] ratios = new double[rounds.size()];
      for (int i = 0; i < ratios.length; i++) {
        ratios[i] = rounds.get(i).nanos / other.rounds.get(i).nanos;
      }
      Arrays.sort(ratios);
      return ratios[ratios.length / 2];
    }

    private void warmUp() {
      double nanos = round().nanos * inputs.size();
      repeats = Math.max(repeats, (int) Math.ceil(ROUND_NANOS_MIN / Math.max(1, nanos)));
    }

    private void measure() {
      rounds.add(round());
    }

    private Round round() {
      long start = System.nanoTime();
      for (int i = 0; i < repeats; i++) {
        for (byte[] input : inputs) {
          execution.run(input);
        }
      }
      double executions = (double) repeats * inputs.size();
      double nanos = (System.nanoTime() - start) / executions;
      return new Round(nanos, execution.foreignNanos() / executions);
    }
  }

  /** Means over a round, in nanoseconds an execution. */
  private record Round(double nanos, double foreignNanos) {}
}
