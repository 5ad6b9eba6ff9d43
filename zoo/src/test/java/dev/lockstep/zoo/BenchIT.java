package dev.lockstep.zoo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bench} measures what is there to be measured. */
final class BenchIT {
  @TempDir private Path folder;
  private Lockstep lockstep;

  @BeforeEach
  void copy_the_zoo() {
    lockstep = new Lockstep(folder);
  }

  @Test
  void the_pair_costs_about_what_both_sides_cost_and_no_engine_is_left() {
    Result result = lockstep.run("bench", "agrees", "--time", "4s", "--json");

    assertEquals(0, result.exitCode(), result::toString);
    Schema.assertFits("bench", result.json());
    JsonNode bench = result.json();
    assertEquals(2, bench.path("inputs").asInt());
    double original = 1.0 / bench.at("/fuzzing/original_executions_per_second").asDouble();
    double port = 1.0 / bench.at("/fuzzing/port_executions_per_second").asDouble();
    double pair = 1.0 / bench.at("/fuzzing/pair_executions_per_second").asDouble();
    assertEquals(
        pair / (original + port), bench.path("overhead_ratio").asDouble(), 0.01, result::toString);
    assertTrue(pair > Math.max(original, port), result::toString);
    double isolated = 1.0 / bench.at("/fuzzing/isolated_executions_per_second").asDouble();
    assertEquals(pair / isolated, bench.path("isolation_ratio").asDouble(), 0.2, result::toString);
    assertTrue(pair < isolated, "a call is faster than a question: " + result);
    double roundTrips = bench.at("/worker/round_trips_per_second").asDouble();
    double micros = bench.at("/worker/round_trip_micros").asDouble();
    assertTrue(micros > 0, result::toString);
    assertTrue(micros < 1e6 / roundTrips, "without the port's own time: " + result);
    assertTrue(Files.notExists(lockstep.findings()), "measuring finds nothing");
    assertTrue(lockstep.processes().isEmpty());
  }

  @Test
  void a_side_that_ends_its_process_does_not_end_the_command_line() {
    Lockstep sick =
        new Lockstep(
            folder.resolve("sick"), List.of(Lockstep.ROOT.resolve("zoo/sick/port_aborts")));
    Path seed = sick.targets().resolve("port_aborts/corpora/seeds/deadly");
    write(seed, "go");

    Result result = sick.run("bench", "port_aborts", "--time", "4s");

    assertEquals(4, result.exitCode(), result::toString);
    assertTrue(result.err().contains("ended with exit code 134"), result::toString);
    assertTrue(sick.processes().isEmpty());
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void a_target_without_inputs_has_nothing_to_measure() throws IOException {
    Path seeds = lockstep.targets().resolve("agrees/corpora/seeds");
    try (Stream<Path> inputs = Files.list(seeds)) {
      for (Path input : inputs.toList()) {
        Files.delete(input);
      }
    }

    Result result = lockstep.run("bench", "agrees", "--time", "4s");

    assertEquals(5, result.exitCode(), result::toString);
    assertTrue(result.err().contains("there is no input in"), result::toString);
  }

  @Test
  void an_engine_that_does_not_start_is_a_broken_baseline() {
    lockstep.edit("agrees", "dev.lockstep.zoo.Well", "dev.lockstep.zoo.Nobody");

    Result result = lockstep.run("bench", "agrees", "--time", "4s");

    assertEquals(4, result.exitCode(), result::toString);
    assertTrue(result.err().contains("dev.lockstep.zoo.Nobody"), result::toString);
  }
}
