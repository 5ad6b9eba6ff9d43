package dev.lockstep.zoo;

import static dev.lockstep.zoo.Lockstep.awaitThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Engines that die are replaced, by one that stands ready if there is one; {@code docs/fuzzing.md}.
 */
final class RestartIT {
  private static final String TARGET = "original_exits";
  private static final int SECONDS = 60;
  private static final Duration LATE = Duration.ofMinutes(3);

  @TempDir private Path folder;
  private Lockstep lockstep;

  @BeforeEach
  void copy_the_target_and_lead_it_to_its_door() throws IOException {
    lockstep = new Lockstep(folder, List.of(Lockstep.ROOT.resolve("zoo/sick").resolve(TARGET)));
    Files.writeString(lockstep.targets().resolve(TARGET).resolve("corpora/seeds/near"), "gn");
  }

  @Test
  void a_run_whose_engines_keep_dying_goes_on_to_the_end_of_its_time() {
    Result result = lockstep.run("fuzz", TARGET, "--time", SECONDS + "s", "--seed", "3", "--json");

    assertEquals(1, result.exitCode(), result::toString);
    JsonNode run = result.json();
    Schema.assertFits("run", run);
    assertTrue(run.path("engine_restarts").asInt() >= 2, result::toString);
    assertTrue(run.path("restart_seconds").isNumber(), result::toString);
    assertTrue(run.path("seconds").asDouble() >= SECONDS, result::toString);
    // A spare that waits has not died, and one that is ended has not either.
    assertEquals(1, run.path("findings").size(), result::toString);
    assertEquals(List.of(), left());
  }

  @Test
  void a_killed_run_leaves_no_engine_that_waits() {
    try (Running run = lockstep.start("fuzz", TARGET, "--time", "300s", "--seed", "3")) {
      awaitThat(() -> lockstep.processes().stream().filter(RestartIT::isEngine).count() >= 2, LATE);

      run.signal("KILL");
      awaitThat(() -> left().isEmpty(), Duration.ofSeconds(20));
    }
  }

  private List<String> left() {
    return lockstep.processes().stream()
        .map(process -> process.info().commandLine().orElse(""))
        .toList();
  }

  private static boolean isEngine(ProcessHandle process) {
    return process.info().commandLine().orElse("").contains("EngineMain");
  }
}
