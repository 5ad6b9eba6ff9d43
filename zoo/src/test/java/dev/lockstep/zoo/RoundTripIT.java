package dev.lockstep.zoo;

import static dev.lockstep.zoo.Lockstep.awaitThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lockstep.Way;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What one side writes, both read: whichever way breaks is found, named, replayed and held fast.
 */
final class RoundTripIT {
  private static final Path ANIMALS = Lockstep.ROOT.resolve("zoo/round_trips");

  @TempDir private Path folder;

  @ParameterizedTest
  @Execution(ExecutionMode.CONCURRENT)
  @CsvSource({
    "original_reads_own, value $.original_reads_own.sum integer|integer",
    "original_reads_port, reject $.original_reads_port rejected:malformed|value",
    "port_reads_own, value $.port_reads_own.sum integer|integer",
    "port_reads_original, reject $.port_reads_original value|rejected:malformed",
  })
  void a_way_that_is_broken_is_found_and_named(String target, String fingerprint) {
    assertFound(lockstep(target), target, fingerprint);
  }

  @ParameterizedTest
  @Execution(ExecutionMode.CONCURRENT)
  @CsvSource({
    "port_dies, death $.port_reads_original value|died:SIGABRT",
    "port_hangs, hang $.port_reads_own value|timed_out",
  })
  void what_ends_an_engine_while_it_reads_a_work_is_found_and_named(
      String target, String fingerprint) throws IOException {
    Lockstep lockstep = lockstep(target);
    Files.write(
        lockstep.targets().resolve(target).resolve("corpora/seeds/sick"), new byte[] {1, 'S'});

    assertFound(lockstep, target, fingerprint);
  }

  private static void assertFound(Lockstep lockstep, String target, String fingerprint) {
    Result result = lockstep.run("fuzz", target, "--time", "6s", "--seed", "3", "--json");

    assertEquals(1, result.exitCode(), result::toString);
    Schema.assertFits("run", result.json());
    // The same reader fails over the same bytes when they are the input themselves. That is one
    // cause, and either may be what the finding is named after.
    String id = "";
    boolean isNamed = false;
    for (JsonNode one : result.json().path("findings")) {
      if (fingerprints(lockstep, one.path("id").asText()).contains(fingerprint)) {
        id = one.path("id").asText();
        isNamed = one.path("path").asText().startsWith(fingerprint.split(" ", -1)[1]);
      }
    }
    assertNotEquals("", id, result::toString);
    Way way = Way.of(fingerprint.split(" ", -1)[1]).orElseThrow();
    Result repro = lockstep.run("repro", id);
    assertEquals(1, repro.exitCode(), repro::toString);
    assertTrue(repro.out().contains("(reproduced)"), repro::toString);
    assertEquals(
        isNamed, repro.out().contains("  broken    " + way.sentence() + "\n"), repro::toString);
    awaitThat(() -> lockstep.processes().isEmpty(), Duration.ofSeconds(2));
  }

  /** All under which a kept cause was met. */
  private static List<String> fingerprints(Lockstep lockstep, String id) {
    try {
      Path file = lockstep.findings().resolve(id).resolve("finding.json");
      List<String> all = new ArrayList<>();
      new ObjectMapper()
          .readTree(Files.readString(file))
          .path("fingerprints")
          .forEach(one -> all.add(one.asText()));
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ConcurrentTest
  void a_side_that_writes_something_else_is_seen_though_both_read_it_alike() {
    Lockstep lockstep = lockstep("each_wrote");

    Result result = lockstep.run("fuzz", "each_wrote", "--time", "6s", "--seed", "3", "--json");

    assertEquals(1, result.exitCode(), result::toString);
    for (JsonNode finding : result.json().path("findings")) {
      assertTrue(finding.path("path").asText().startsWith("$.each_wrote."), result::toString);
    }
  }

  @ConcurrentTest
  void sides_that_read_each_other_are_silent_and_the_gate_sees_what_is_planted() {
    Lockstep lockstep = lockstep("well");

    Result fuzz = lockstep.run("fuzz", "well", "--time", "8s", "--seed", "3", "--json");
    Result isolated = lockstep.run("fuzz", "well", "--time", "8s", "--isolate", "--json");
    Result gate = lockstep.run("gate", "well", "--time", "1s", "--json");
    Result bench = lockstep.run("bench", "well", "--time", "2s");

    for (Result run : List.of(fuzz, isolated)) {
      assertEquals(0, run.exitCode(), run::toString);
      assertTrue(run.json().at("/verdicts/agree").asLong() > 1_000, run::toString);
      assertEquals(0, run.json().at("/verdicts/incomparable").asLong(), run::toString);
    }
    assertEquals(0, gate.exitCode(), gate::toString);
    assertEquals(2, gate.json().at("/targets/0/replayed/seeds").asInt(), gate::toString);
    assertEquals(0, bench.exitCode(), bench::toString);
  }

  @ConcurrentTest
  void a_divergence_planted_in_a_round_trip_is_caught_there() throws IOException {
    Lockstep lockstep = lockstep("well");
    Files.delete(lockstep.targets().resolve("well/corpora/seeds/to-be-read"));

    Result gate = lockstep.run("gate", "well", "--time", "1s", "--json");

    assertEquals(0, gate.exitCode(), gate::toString);
    assertEquals(
        "$.port_reads_original.sum",
        gate.json().at("/targets/0/canary/path").asText(),
        gate::toString);
  }

  @ConcurrentTest
  void a_test_is_emitted_of_what_was_written_and_not_of_what_made_it_write() {
    Lockstep lockstep = lockstep("port_reads_original");
    Path input = lockstep.file("sick", new byte[] {1, 'S'});
    lockstep.run("compare", "port_reads_original", input.toString(), "--keep");
    String id = String.valueOf(lockstep.kept().getFirst().getFileName());

    Result rust = lockstep.run("repro", id, "--emit", "rust");

    assertEquals(0, rust.exitCode(), rust::toString);
    assertTrue(rust.out().contains("INPUT: &[u8] = b\"\\x00JS\";"), rust::toString);
    assertTrue(rust.out().contains("PLACE: &[Step] = &[];"), rust::toString);
  }

  private Lockstep lockstep(String target) {
    return new Lockstep(folder, Stream.of(target).map(ANIMALS::resolve).toList());
  }
}
