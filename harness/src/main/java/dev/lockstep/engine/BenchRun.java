package dev.lockstep.engine;

import dev.lockstep.files.InputFiles;
import dev.lockstep.pair.Pair;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures what the pair costs against each side alone. The three take turns, round by round, so
 * that a machine that slows down slows all of them; the first part of the time only warms up.
 */
final class BenchRun {
  private static final double WARM_UP_SHARE = 0.4;
  private static final int ROUNDS_MIN = 3;
  private static final double NANOS = 1e9;

  /** A round is short enough for many of them, long enough for the clock. */
  private static final double ROUND_NANOS_MIN = 2e6;

  private final EngineOrders orders;
  private final int inputBytesMax;
  private final Pair pair;

  BenchRun(EngineOrders orders, int inputBytesMax, Pair pair) {
    this.orders = orders;
    this.inputBytesMax = inputBytesMax;
    this.pair = pair;
  }

  void run() {
    try {
      measure(inputs()).write(orders.recorder().resolveSibling(BenchResult.FILE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private BenchResult measure(List<byte[]> inputs) {
    if (inputs.isEmpty()) {
      return new BenchResult(0, 0, 0, 0, 0);
    }
    long start = System.nanoTime();
    double warmUp = orders.seconds() * WARM_UP_SHARE * NANOS;
    int repeats = 1;
    while (System.nanoTime() - start < warmUp) {
      double nanos = round(inputs, repeats, pair::agree);
      round(inputs, repeats, pair::observeOriginal);
      round(inputs, repeats, input -> pair.runPort(input, false));
      repeats = Math.max(repeats, (int) Math.ceil(ROUND_NANOS_MIN / (nanos * inputs.size())));
    }
    List<double[]> rounds = new ArrayList<>();
    while (System.nanoTime() - start < orders.seconds() * NANOS || rounds.size() < ROUNDS_MIN) {
      rounds.add(
          new double[] {
            round(inputs, repeats, pair::observeOriginal),
            round(inputs, repeats, input -> pair.runPort(input, false)),
            round(inputs, repeats, pair::agree)
          });
    }
    return new BenchResult(
        inputs.size(), rounds.size(), median(rounds, 0), median(rounds, 1), median(rounds, 2));
  }

  private static double round(List<byte[]> inputs, int repeats, Execution execution) {
    long start = System.nanoTime();
    for (int i = 0; i < repeats; i++) {
      for (byte[] input : inputs) {
        execution.run(input);
      }
    }
    return (double) (System.nanoTime() - start) / ((double) repeats * inputs.size());
  }

  private static double median(List<double[]> rounds, int column) {
    double[] sorted = rounds.stream().mapToDouble(round -> round[column]).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  private List<byte[]> inputs() throws IOException {
    List<Path> folders = new ArrayList<>(orders.inputs());
    folders.add(orders.grown());
    return InputFiles.read(folders, BenchResult.INPUTS_MAX, inputBytesMax);
  }

  private interface Execution {
    void run(byte[] input);
  }
}
