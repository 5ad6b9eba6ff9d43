package dev.lockstep.zoo;

import static dev.lockstep.zoo.Lockstep.awaitThat;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However a run is ended, it leaves everything whole and no process behind. */
final class InterruptIT {
  private static final Duration SOON = Duration.ofSeconds(15);
  private static final Duration LATE = Duration.ofSeconds(60);

  @TempDir private Path folder;
  private Lockstep lockstep;

  @BeforeEach
  void copy_the_zoo() {
    lockstep = new Lockstep(folder);
    // So that the moments below are moments of the run, not of a build.
    assertEquals(1, compare("value_differs", "V").exitCode());
  }

  @Test
  void a_signal_at_any_moment_ends_in_order() throws InterruptedException {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 5; i++) {
      long millis = random.nextLong(6_000);
      try (Running run = lockstep.start("fuzz", "value_differs", "--time", "60s", "--json")) {
        Thread.sleep(millis);
        run.signal("INT");
        Result result = run.await();

        String moment = "SIGINT after " + millis + " ms (seed " + seed + "): " + result;
        assertTrue(List.of(0, 1, 5, 130).contains(result.exitCode()), moment);
        assertTrue(result.took().toMillis() < millis + SOON.toMillis(), moment);
        if (result.exitCode() != 130) {
          // Past its own start, it sums up.
          Schema.assertFits("run", result.json());
        }
        assertNothingIsLeftBehind(moment);
      }
    }
  }

  @Test
  void ctrl_c_in_a_terminal_saves_and_sums_up_what_was_found() {
    try (Running run = lockstep.start("fuzz", "value_differs", "--time", "60s")) {
      awaitThat(() -> !lockstep.kept().isEmpty(), LATE);

      run.signalGroup("INT");
      Result result = run.await();

      assertEquals(1, result.exitCode(), result::toString);
      assertTrue(result.out().contains("divergence value_differs-"), result::toString);
      assertTrue(result.out().contains("findings   1: 1 new, 0 known"), result::toString);
      assertNothingIsLeftBehind(result.toString());
    }
  }

  @Test
  void a_polite_kill_is_answered_like_ctrl_c() {
    try (Running run = lockstep.start("fuzz", "value_differs", "--time", "60s", "--json")) {
      awaitThat(() -> !lockstep.kept().isEmpty(), LATE);

      run.signal("TERM");
      Result result = run.await();

      assertEquals(1, result.exitCode(), result::toString);
      Schema.assertFits("run", result.json());
      assertNothingIsLeftBehind(result.toString());
    }
  }

  @Test
  void a_measurement_that_was_ended_has_no_figures() {
    try (Running run = lockstep.start("bench", "agrees", "--time", "60s")) {
      awaitThat(this::anEngineRuns, LATE);

      run.signalGroup("INT");
      Result result = run.await();

      assertEquals(3, result.exitCode(), result::toString);
      assertEquals("", result.out(), result::toString);
      assertTrue(result.err().contains("ended before everything was measured"), result::toString);
      assertNothingIsLeftBehind(result.toString());
    }
  }

  @Test
  void a_killed_run_takes_its_engine_along_and_the_next_brings_in_what_it_had_found()
      throws IOException {
    String id = idOfHidden();
    try (Running run =
        lockstep.start("fuzz", "hidden_in_rust", "--time", "60s", "--no-port-coverage")) {
      awaitThat(this::anEngineRuns, LATE);
      run.signal("KILL");
      run.await();
    }
    awaitThat(() -> lockstep.processes().isEmpty(), SOON);
    List<Path> left = below(lockstep.reports().resolve("runs"), 1);
    assertEquals(1, left.size(), left::toString);
    // As its engine would have logged it; without the port's coverage nobody finds this again.
    Path log = Files.createDirectories(left.getFirst().resolve("divergences").resolve(id));
    Files.write(log.resolve("engine-1.0.input"), hidden());

    Result next =
        lockstep.run("fuzz", "hidden_in_rust", "--time", "2s", "--no-port-coverage", "--json");

    assertEquals(1, next.exitCode(), next::toString);
    String found = next.json().at("/findings/0/input_base64").asText();
    assertArrayEquals(hidden(), Base64.getDecoder().decode(found), next::toString);
    assertNothingIsLeftBehind(next.toString());
  }

  @Test
  void a_pile_of_files_that_was_interrupted_ends_with_totals() {
    for (int i = 0; i < 20_000; i++) {
      lockstep.file("many/" + i, new byte[] {(byte) i});
    }
    try (Running run = lockstep.start("compare", "value_differs", "files/many", "--all")) {
      awaitThat(() -> run.outSoFar().contains("divergence "), LATE);

      run.signalGroup("INT");
      Result result = run.await();

      assertEquals(1, result.exitCode(), result.err());
      assertTrue(result.err().contains("stopped after "), result.err());
      assertTrue(result.out().contains("\ncompare value_differs: "), "totals");
    }
  }

  private void assertNothingIsLeftBehind(String when) {
    awaitThat(() -> lockstep.processes().isEmpty(), Duration.ofSeconds(2));
    assertEquals(List.of(), below(lockstep.reports().resolve("runs"), 1), when);
    lockstep.kept().forEach(InterruptIT::assertFindingIsWhole);
    assertFalse(
        below(folder, 8).stream().anyMatch(file -> file.toString().endsWith(".partial")), when);
  }

  private static void assertFindingIsWhole(Path finding) {
    try {
      Schema.assertFits(
          "finding", new ObjectMapper().readTree(finding.resolve("finding.json").toFile()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean anEngineRuns() {
    return below(lockstep.reports().resolve("runs"), 2).stream()
        .anyMatch(file -> file.toString().endsWith(".recorder"));
  }

  private Result compare(String target, String input) {
    Path file = lockstep.file("once", input.getBytes(StandardCharsets.US_ASCII));
    return lockstep.run("compare", target, file.toString());
  }

  private String idOfHidden() {
    Path file = lockstep.file("hidden", hidden());
    Result result = lockstep.run("repro", file.toString(), "--target", "hidden_in_rust", "--json");
    return result.json().at("/verdicts/fuzz/differences/0/id").asText();
  }

  private static byte[] hidden() {
    return new byte[] {'R', 'U', 'S', 'T', (byte) 0xe5, 0x1c, (byte) 0xed, 0x5e};
  }

  /** What is in a folder, down to a depth; files that vanish meanwhile are not. */
  private static List<Path> below(Path folder, int depth) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder, depth)) {
      return files.filter(file -> !file.equals(folder)).toList();
    } catch (IOException | UncheckedIOException e) {
      return List.of();
    }
  }
}
