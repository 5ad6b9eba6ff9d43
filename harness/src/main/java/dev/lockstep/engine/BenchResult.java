package dev.lockstep.engine;

import dev.lockstep.files.Json;
import dev.lockstep.files.SafeFiles;
import java.io.IOException;
import java.nio.file.Path;

/**
 * What a pair costs, in one process, on the same inputs. Each figure in nanoseconds is the median
 * over the rounds of a round's mean, in nanoseconds an execution.
 *
 * @param inputs how many different inputs
 * @param rounds how often each was run, on each side and on both
 * @param originalNanos the original alone, under instrumentation, without encoding its answer
 * @param portNanos the fuzz build of the port alone, through the seam
 * @param pairNanos both, compared
 * @param isolatedNanos both, compared, with the port in a worker
 * @param recorderOverheadRatio what the flight recorder adds to the pair, as a share of the pair
 *     without it: the median of each round's own ratio
 * @param isolationRatio executions of the isolated pair in the time of one in process: likewise
 */
public record BenchResult(
    int inputs,
    int rounds,
    double originalNanos,
    double portNanos,
    double pairNanos,
    double isolatedNanos,
    double recorderOverheadRatio,
    double isolationRatio) {
  /** There was no input. */
  static final BenchResult NOTHING = new BenchResult(0, 0, 0, 0, 0, 0, 0, 0);

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

  /** What the flight recorder adds to an execution, in nanoseconds; noise can make it negative. */
  public double recorderNanos() {
    return pairNanos * recorderOverheadRatio / (1 + recorderOverheadRatio);
  }

  void write(Path file) throws IOException {
    SafeFiles.write(file, Json.MAPPER.writeValueAsBytes(this));
  }

  /** Reads what an engine wrote. */
  public static BenchResult read(Path file) throws IOException {
    return Json.MAPPER.readValue(file.toFile(), BenchResult.class);
  }
}
