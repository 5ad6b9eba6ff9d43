package dev.lockstep.bench;

import dev.lockstep.files.Json;
import dev.lockstep.files.SafeFiles;
import java.io.IOException;
import java.nio.file.Path;

/**
 * How fast both sides are as they ship, in one process, on the same inputs, and what a worker adds.
 * Each figure is the median over the rounds.
 *
 * @param inputs how many different inputs
 * @param rounds how often each was run
 * @param originalNanos the original, in nanoseconds an execution, without encoding its answer
 * @param portNanos the release build of the port, through the seam, with its answer encoded
 * @param speedRatio how many times as fast as the original the port is: the median of each round's
 *     own ratio
 * @param tripNanos the same build of the port in a worker, in nanoseconds a round trip
 * @param tripOwnNanos the same without the processor time that the port itself took there
 * @param emptyTripNanos like {@code tripNanos}, with an empty input
 * @param emptyTripOwnNanos like {@code tripOwnNanos}, with an empty input
 */
public record SpeedResult(
    int inputs,
    int rounds,
    double originalNanos,
    double portNanos,
    double speedRatio,
    double tripNanos,
    double tripOwnNanos,
    double emptyTripNanos,
    double emptyTripOwnNanos) {

  void write(Path file) throws IOException {
    SafeFiles.write(file, Json.MAPPER.writeValueAsBytes(this));
  }

  /** Reads what the process wrote. */
  public static SpeedResult read(Path file) throws IOException {
    return Json.MAPPER.readValue(file.toFile(), SpeedResult.class);
  }
}
