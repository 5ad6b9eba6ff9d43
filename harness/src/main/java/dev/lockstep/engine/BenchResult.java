package dev.lockstep.engine;

import dev.lockstep.files.Json;
import dev.lockstep.files.SafeFiles;
import java.io.IOException;
import java.nio.file.Path;

/**
 * What a pair costs, in one process, on the same inputs. Each figure is the median over the rounds
 * of a round's mean, in nanoseconds an execution.
 *
 * @param inputs how many different inputs
 * @param rounds how often each was run, on each side and on both
 * @param originalNanos the original alone, under instrumentation, without encoding its answer
 * @param portNanos the fuzz build of the port alone, through the seam
 * @param pairNanos both, compared
 */
public record BenchResult(
    int inputs, int rounds, double originalNanos, double portNanos, double pairNanos) {

  /**
   * Of a larger corpus, only the first so many inputs are measured: seeds, then regressions, then
   * grown ones.
   */
  public static final int INPUTS_MAX = 2_000;

  /** The file in the run's folder that holds the result. */
  public static final String FILE = "bench.json";

  /** What the pair costs as a share of what both cost alone: 1.0 means that comparing is free. */
  public double overheadRatio() {
    return pairNanos / (originalNanos + portNanos);
  }

  void write(Path file) throws IOException {
    SafeFiles.write(file, Json.MAPPER.writeValueAsBytes(this));
  }

  /** Reads what an engine wrote. */
  public static BenchResult read(Path file) throws IOException {
    return Json.MAPPER.readValue(file.toFile(), BenchResult.class);
  }
}
