package dev.lockstep.bench;

import dev.lockstep.files.Json;
import dev.lockstep.files.SafeFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What {@link SpeedMain} is told to do, handed over as a file.
 *
 * @param targetFile the target's {@code target.toml}
 * @param library the port's release build
 * @param worker the program that runs a port in a process of its own
 * @param inputs folders with inputs
 * @param inputsMax so many of them at most
 * @param seconds how long to measure
 * @param result the file to write
 */
public record SpeedOrders(
    Path targetFile,
    Path library,
    Path worker,
    List<Path> inputs,
    int inputsMax,
    double seconds,
    Path result) {

  /** Copies the list. */
  public SpeedOrders {
    inputs = List.copyOf(inputs);
  }

  /** Writes the orders to a file. */
  public void write(Path file) throws IOException {
    SafeFiles.write(file, Json.MAPPER.writeValueAsBytes(this));
  }

  static SpeedOrders read(Path file) throws IOException {
    return Json.MAPPER.readValue(file.toFile(), SpeedOrders.class);
  }
}
