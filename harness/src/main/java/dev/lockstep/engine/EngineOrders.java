package dev.lockstep.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
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
 * @param seconds how long
 * @param seed of all randomness
 * @param portCoverage whether the port's coverage guides the run; off only as a control
 * @param recorder the flight recorder to make
 * @param divergences the folder for diverging inputs
 * @param grown the corpus that grows
 * @param inputs more folders with inputs to start from
 */
public record EngineOrders(
    String target,
    Path targetFile,
    Path fuzzLibrary,
    Task task,
    double seconds,
    long seed,
    boolean portCoverage,
    Path recorder,
    Path divergences,
    Path grown,
    List<Path> inputs) {

  private static final ObjectMapper JSON =
      JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

  /** What an engine can do. */
  public enum Task {
    /** Coverage-guided fuzzing. */
    COVERAGE,
    /** Property-based runs with the target's generator. */
    PROPERTY,
    /** Property-based runs for a share of the time, then coverage-guided fuzzing from what they found. */
    BOTH,
    /** Measuring what the pair costs. */
    BENCH
  }

  /** Copies the list. */
  public EngineOrders {
    inputs = List.copyOf(inputs);
  }

  /** Writes the orders to a file. */
  public void write(Path file) throws IOException {
    JSON.writeValue(file.toFile(), this);
  }

  static EngineOrders read(Path file) throws IOException {
    return JSON.readValue(file.toFile(), EngineOrders.class);
  }
}
