package dev.lockstep.engine;

import dev.lockstep.engine.Sparing.Spared;
import dev.lockstep.files.Json;
import dev.lockstep.files.SafeFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What an engine is told to do, handed over as a file.
 *
 * @param target the target's name
 * @param targetFile its {@code target.toml}
 * @param fuzzLibrary the port's fuzz build
 * @param task which work to do
 * @param seconds how long the run takes: properties get a share of it; coverage-guided fuzzing goes
 *     on until {@link EngineWord#FINISH}
 * @param seed of all randomness
 * @param portCoverage whether the port's coverage guides the run; off only as a control
 * @param valueProfile whether how near a comparison came guides the run as well: finds more behind
 *     chains of comparisons, and runs slower
 * @param recorder the flight recorder to make
 * @param divergences the folder for diverging inputs
 * @param grown the corpus that grows
 * @param inputs more folders with inputs to start from
 * @param worker the program that runs a side in a process of its own
 * @param isolate whether the port runs in a worker, which it may end as it likes
 * @param spared how inputs begin that have cost too much before
 * @param spare whether to stop before the first input that is not the corpus's, until {@link
 *     EngineWord#GO}
 */
public record EngineOrders(
    String target,
    Path targetFile,
    Path fuzzLibrary,
    Task task,
    double seconds,
    long seed,
    boolean portCoverage,
    boolean valueProfile,
    Path recorder,
    Path divergences,
    Path grown,
    List<Path> inputs,
    Path worker,
    boolean isolate,
    List<Spared> spared,
    boolean spare) {

  /** What an engine can do. */
  public enum Task {
    /** Coverage-guided fuzzing. */
    COVERAGE,
    /** Property-based runs with the target's generator. */
    PROPERTY,
    /**
     * Property-based runs for a share of the time, then coverage-guided fuzzing from what they
     * found.
     */
    BOTH,
    /** Measuring what the pair costs. */
    BENCH
  }

  /** Copies the lists. */
  public EngineOrders {
    inputs = List.copyOf(inputs);
    spared = List.copyOf(spared);
  }

  /** The same orders with other inputs to spare. */
  public EngineOrders sparing(List<Spared> others) {
    return new EngineOrders(
        target,
        targetFile,
        fuzzLibrary,
        task,
        seconds,
        seed,
        portCoverage,
        valueProfile,
        recorder,
        divergences,
        grown,
        inputs,
        worker,
        isolate,
        others,
        spare);
  }

  /** Writes the orders to a file. */
  public void write(Path file) throws IOException {
    SafeFiles.write(file, Json.MAPPER.writeValueAsBytes(this));
  }

  static EngineOrders read(Path file) throws IOException {
    return Json.MAPPER.readValue(file.toFile(), EngineOrders.class);
  }
}
