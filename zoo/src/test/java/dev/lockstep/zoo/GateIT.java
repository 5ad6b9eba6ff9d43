package dev.lockstep.zoo;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The gate fails for what is new, says so to whoever reads, and does not trust itself. */
final class GateIT {
  @TempDir private Path folder;
  private Lockstep lockstep;

  @BeforeEach
  void copy_the_zoo() {
    lockstep = new Lockstep(folder);
  }

  @ConcurrentTest
  void a_healthy_target_passes_and_every_output_says_so() throws IOException {
    Result result =
        lockstep.run(
            "gate",
            "agrees",
            "--time",
            "1s",
            "--json",
            "--sarif",
            at("o.sarif"),
            "--junit",
            at("o.xml"),
            "--summary",
            at("o.md"));

    assertEquals(0, result.exitCode(), result::toString);
    Schema.assertFits("gate", result.json());
    JsonNode target = result.json().at("/targets/0");
    assertEquals("passed", target.path("status").asText());
    assertEquals("$.sum", target.at("/canary/path").asText());
    assertEquals(2, target.at("/replayed/seeds").asInt());
    assertTrue(target.path("executions").asLong() > 100, result::toString);
    assertEquals(
        0,
        new ObjectMapper().readTree(Path.of(at("o.sarif")).toFile()).at("/runs/0/results").size());
    assertTrue(Files.readString(Path.of(at("o.xml"))).contains("failures=\"0\""));
    assertTrue(Files.readString(Path.of(at("o.md"))).contains("gate: nothing new"));
    assertTrue(lockstep.kept().isEmpty(), "the planted divergence is not left behind");
  }

  @ConcurrentTest
  void what_was_mended_becomes_a_regression_that_is_replayed_at_once() {
    Path input = lockstep.file("v", "V".getBytes(US_ASCII));
    lockstep.run("compare", "value_differs", input.toString(), "--keep");
    String id = String.valueOf(lockstep.kept().getFirst().getFileName());
    lockstep.edit("value_differs", "ports/value_differs", "ports/agrees");

    Result result = lockstep.run("gate", "value_differs", "--time", "1s", "--json");

    assertEquals(0, result.exitCode(), result::toString);
    JsonNode target = result.json().at("/targets/0");
    String notes = target.path("notes").toString();
    assertTrue(
        notes.contains("`" + id + "` no longer diverges: it did with zoo"), result::toString);
    assertTrue(notes.contains("zoo-value-differs 0.1.0"), result::toString);
    assertTrue(notes.contains("zoo-agrees 0.1.0"), result::toString);
    assertTrue(lockstep.kept().isEmpty());
    assertEquals(1, target.at("/replayed/regressions").asInt(), result::toString);
  }

  @ConcurrentTest
  void a_wrong_value_is_new_however_often_it_was_met() throws IOException {
    seed("value_differs", "v", "V");
    for (int run = 0; run < 2; run++) {
      Result result =
          lockstep.run(
              "gate",
              "value_differs",
              "--time",
              "1s",
              "--json",
              "--sarif",
              at("o.sarif"),
              "--junit",
              at("o.xml"),
              "--summary",
              at("o.md"));

      assertEquals(1, result.exitCode(), result::toString);
      Schema.assertFits("gate", result.json());
      JsonNode finding = result.json().at("/targets/0/findings/0");
      assertEquals("new", finding.path("state").asText());
      assertEquals("$.sum", finding.path("path").asText());
      assertEquals(
          finding.path("id").asText(),
          new ObjectMapper()
              .readTree(Path.of(at("o.sarif")).toFile())
              .at("/runs/0/results/0/partialFingerprints")
              .path("lockstepFinding/v1")
              .asText());
      assertTrue(Files.readString(Path.of(at("o.xml"))).contains("failures=\"1\""));
      assertTrue(Files.readString(Path.of(at("o.md"))).contains("./lockstep repro value_differs-"));
    }
  }

  @ConcurrentTest
  void a_regression_that_diverges_again_is_called_so() throws IOException {
    Path regressions = lockstep.targets().resolve("value_differs/corpora/regressions");
    Files.createDirectories(regressions);
    Files.write(regressions.resolve("value_differs-00000000.bin"), "V!".getBytes(US_ASCII));
    Result result = lockstep.run("gate", "value_differs", "--time", "1s", "--json");

    assertEquals(1, result.exitCode(), result::toString);
    assertEquals("regressed", result.json().at("/targets/0/findings/0/state").asText());
    assertEquals(1, result.json().at("/targets/0/replayed/regressions").asInt());
  }

  @ConcurrentTest
  void a_target_that_compares_nothing_is_noticed() {
    lockstep.edit(
        "agrees",
        "[port]",
        "[[equivalence]]\npath = \"$\"\nignore = true\nreason = \"none of it matters\"\n\n[port]");
    Result result = lockstep.run("gate", "agrees", "--time", "1s", "--json");

    assertBroken(result, "canary", "whatever the port answered to a seed, it would be accepted");
  }

  @ConcurrentTest
  void adapters_that_do_not_look_at_their_input_are_noticed() {
    Result result = lockstep.run("gate", "constant", "--time", "1s", "--json");

    assertBroken(result, "canary", "both sides say the same whatever the input");
  }

  @ConcurrentTest
  void seeds_that_nobody_answers_are_noticed() throws IOException {
    Path seeds = lockstep.targets().resolve("agrees/corpora/seeds");
    Files.delete(seeds.resolve("text"));
    Files.delete(seeds.resolve("binary"));
    Result result = lockstep.run("gate", "agrees", "--time", "1s", "--json");

    assertBroken(result, "canary", "there is no seed");
  }

  @ConcurrentTest
  void a_port_that_does_not_build_breaks_its_target_and_no_other() {
    Result result = lockstep.run("gate", "does_not_compile", "agrees", "--time", "1s", "--json");

    assertBroken(result, "build", "does not build");
    assertEquals("passed", result.json().at("/targets/1/status").asText(), result::toString);
  }

  @ConcurrentTest
  void a_port_that_does_not_load_is_no_baseline() {
    assertBroken(
        lockstep.run("gate", "missing_symbol", "--time", "1s", "--json"), "build", "lockstep_run");
  }

  @ConcurrentTest
  void what_the_time_does_not_reach_is_listed() {
    Result result =
        lockstep.run(
            "gate",
            "agrees",
            "value_differs",
            "port_rejects",
            "--time",
            "60s",
            "--time-max",
            "1s",
            "--json");

    assertEquals(3, result.exitCode(), result::toString);
    Schema.assertFits("gate", result.json());
    assertTrue(result.json().at("/targets/0/not_done").toString().contains("fuzzing"));
    assertTrue(result.json().at("/targets/1/not_done").toString().contains("fuzzing"));
    assertEquals("port_rejects", result.json().at("/not_begun/0").asText());
  }

  @ConcurrentTest
  void a_gate_over_nothing_is_no_success() throws IOException {
    Path empty = Files.createDirectories(folder.resolve("empty"));
    Result result = lockstep.runBare("gate", "--targets", empty.toString(), "--json");

    assertEquals(5, result.exitCode(), result::toString);
    Schema.assertFits("gate", result.json());
  }

  @ConcurrentTest
  void a_job_of_github_gets_annotations_and_a_summary() throws IOException {
    seed("value_differs", "v", "V");
    Path summary = lockstep.file("summary.md", "before\n".getBytes(US_ASCII));
    Result result =
        lockstep
            .startBare(
                environment ->
                    environment.putAll(
                        Map.of(
                            "GITHUB_ACTIONS", "true", "GITHUB_STEP_SUMMARY", summary.toString())),
                "gate",
                "value_differs",
                "--time",
                "1s",
                "--json",
                "--targets",
                lockstep.targets().toString(),
                "--reports",
                lockstep.reports().toString())
            .await();

    assertEquals(1, result.exitCode(), result::toString);
    assertEquals("gate", result.json().path("verb").asText());
    assertTrue(
        result.err().lines().anyMatch(line -> line.startsWith("::error file=")), result::toString);
    assertFalse(result.out().contains("::error"), "stdout is the document alone");
    assertTrue(Files.readString(summary).startsWith("before\n## Lockstep gate: new"));
  }

  @ConcurrentTest
  void an_unknown_target_is_a_fault_of_the_call() {
    assertEquals(2, lockstep.run("gate", "agrese").exitCode());
  }

  private static void assertBroken(Result result, String step, String why) {
    assertEquals(4, result.exitCode(), result::toString);
    Schema.assertFits("gate", result.json());
    JsonNode problem = result.json().at("/targets/0/problems/0");
    assertEquals(step, problem.path("step").asText(), result::toString);
    assertTrue(problem.path("what").asText().contains(why), result::toString);
    assertTrue(problem.path("what").asText().contains("hint: "), result::toString);
  }

  private String at(String name) {
    return folder.resolve("outputs").resolve(name).toString();
  }

  private void seed(String target, String name, String content) throws IOException {
    Files.writeString(
        lockstep.targets().resolve(target).resolve("corpora/seeds").resolve(name), content);
  }
}
