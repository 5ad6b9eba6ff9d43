package dev.lockstep.zoo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A port in a worker is fuzzed like one in the engine, and may die as often as it likes. */
final class IsolationIT {
  @TempDir private Path folder;

  @Test
  void a_port_in_a_worker_guides_the_fuzzer_by_its_coverage_and_its_comparisons() {
    Lockstep lockstep = new Lockstep(folder);

    Result result =
        lockstep.run(
            "fuzz", "hidden_in_rust", "--time", "60s", "--seed", "2", "--isolate", "--json");

    assertEquals(1, result.exitCode(), result::toString);
    Schema.assertFits("run", result.json());
    assertTrue(result.json().path("isolated").asBoolean(), result::toString);
    JsonNode finding = result.json().at("/findings/0");
    assertEquals(8, finding.path("input_bytes").asInt(), result::toString);
    assertTrue(lockstep.processes().isEmpty());
  }

  @Test
  void a_port_that_dies_in_a_worker_ends_no_engine() {
    Lockstep lockstep =
        new Lockstep(folder, List.of(Lockstep.ROOT.resolve("zoo/sick/port_aborts")));

    Result result = lockstep.run("fuzz", "port_aborts", "--time", "10s", "--isolate", "--json");

    assertEquals(1, result.exitCode(), result::toString);
    JsonNode run = result.json();
    assertEquals(0, run.path("engine_restarts").asInt(), result::toString);
    assertEquals(1, run.path("findings").size(), result::toString);
    assertEquals("death", run.at("/findings/0/kind").asText(), result::toString);
    assertTrue(run.at("/verdicts/divergence").asLong() > 10, result::toString);
    assertTrue(run.at("/verdicts/agree").asLong() > 1_000, result::toString);
    assertTrue(lockstep.processes().isEmpty());
  }
}
