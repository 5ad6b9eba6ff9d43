package dev.lockstep.zoo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** {@code fuzz} finds what each animal of the zoo is sick of, and nothing else. */
final class FuzzIT {
  @TempDir private Path folder;
  private Lockstep lockstep;

  @BeforeEach
  void copy_the_zoo() {
    lockstep = new Lockstep(folder);
  }

  @ConcurrentTest
  void sides_that_agree_end_with_0() {
    Result result = fuzz("agrees", 2);

    assertEquals(0, result.exitCode(), result::toString);
    assertEquals(0, result.json().path("findings").size(), result::toString);
    assertEquals(0, result.json().at("/verdicts/divergence").asInt(), result::toString);
    assertTrue(result.json().path("executions").asLong() > 1_000, result::toString);
  }

  @ConcurrentTest
  void an_original_that_is_only_slow_at_first_is_not_called_dear() {
    Result result = fuzz("warms_up", 3);

    assertEquals(0, result.exitCode(), result::toString);
    assertEquals(0, result.json().path("findings").size(), result::toString);
  }

  @ConcurrentTest
  void a_wrong_value_is_found_and_shrunk_to_the_byte_that_matters() {
    JsonNode finding = onlyFinding("value_differs");

    assertEquals("value", finding.path("kind").asText());
    assertEquals("$.sum", finding.path("path").asText());
    assertEquals("both", finding.path("build").asText());
    assertEquals("V", input(finding));
  }

  @ConcurrentTest
  void a_rejection_by_the_port_alone_is_found() {
    JsonNode finding = onlyFinding("port_rejects");

    assertEquals("reject", finding.path("kind").asText());
    assertTrue(finding.path("port").asText().startsWith("rejected (malformed)"));
    assertEquals("R", input(finding));
  }

  @ConcurrentTest
  void a_rejection_by_the_original_alone_is_found() {
    JsonNode finding = onlyFinding("original_rejects");

    assertEquals("reject", finding.path("kind").asText());
    assertTrue(finding.path("original").asText().startsWith("rejected (malformed)"));
    assertEquals("r", input(finding));
  }

  @ConcurrentTest
  void a_panic_behind_a_word_is_found_with_its_place() {
    JsonNode finding = onlyFinding("panics");

    assertEquals("crash", finding.path("kind").asText());
    assertTrue(
        finding.path("port").asText().startsWith("panic at zoo/ports/panics/src/lib.rs:"),
        finding::toString);
    assertEquals("PANIC", input(finding));
  }

  @ConcurrentTest
  void an_undeclared_exception_is_found_with_its_place() {
    JsonNode finding = onlyFinding("throws");

    assertEquals("crash", finding.path("kind").asText());
    assertTrue(
        finding
            .path("original")
            .asText()
            .startsWith("java.lang.IllegalStateException at Throws.java:"),
        finding::toString);
    assertEquals("T", input(finding));
  }

  @ConcurrentTest
  void an_overflow_is_a_panic_in_the_fuzz_build_and_a_wrong_value_in_the_release_build() {
    JsonNode findings = findings("overflows", 2);

    JsonNode panic = findings.path(0);
    assertEquals("crash", panic.path("kind").asText());
    assertEquals("fuzz", panic.path("build").asText());
    assertEquals(2, panic.path("input_bytes").asInt(), panic::toString);
    JsonNode wrong = findings.path(1);
    assertEquals("value", wrong.path("kind").asText());
    assertEquals("release", wrong.path("build").asText());
    assertEquals("$.sum", wrong.path("path").asText());
    assertEquals(2, wrong.path("input_bytes").asInt(), wrong::toString);
  }

  @ConcurrentTest
  void a_port_that_disagrees_with_itself_is_one_finding_of_that_kind() {
    assertOnlyNondeterminism("steady|depends on earlier inputs", fuzz("nondeterministic_port", 3));
  }

  @ConcurrentTest
  void an_original_that_disagrees_with_itself_is_one_finding_of_that_kind() {
    assertOnlyNondeterminism(
        "depends on earlier inputs|steady", fuzz("nondeterministic_original", 3));
  }

  @ConcurrentTest
  void a_panic_on_every_third_input_ends_no_engine() {
    Result result = fuzz("panics_often", 20);

    assertEquals(1, result.exitCode(), result::toString);
    JsonNode run = result.json();
    assertEquals(0, run.path("engine_restarts").asInt(), result::toString);
    assertEquals(1, run.path("findings").size(), result::toString);
    assertTrue(run.at("/verdicts/divergence").asLong() > 10_000, result::toString);
    assertTrue(run.at("/verdicts/agree").asLong() > 10_000, result::toString);
  }

  @ConcurrentTest
  void properties_without_a_generator_have_nothing_to_run() {
    Result result = lockstep.run("fuzz", "agrees", "--engine", "property", "--time", "3s");

    assertEquals(5, result.exitCode(), result::toString);
    assertTrue(result.err().contains("`agrees` has no generator"), result::toString);
  }

  @ConcurrentTest
  void a_second_run_knows_what_the_first_has_found_and_starts_from_its_corpus() {
    Result first = lockstep.run("fuzz", "value_differs", "--time", "3s", "--seed", "1");
    Result second = fuzz("value_differs", 3);

    assertEquals(1, first.exitCode(), first::toString);
    Snapshot.assertMatches("fuzz", first.out(), lockstep);
    // Not a terminal: no progress, and nothing to build means nothing to say.
    assertEquals("", first.err().replaceAll("(?m)^(building| +[A-Z][a-z]+ ).*\n", ""));
    assertEquals(0, second.exitCode(), second::toString);
    assertEquals("known", second.json().at("/findings/0/state").asText(), second::toString);
    assertTrue(second.json().at("/corpus/before").asInt() > 2, second::toString);
  }

  private Result fuzz(String target, int seconds) {
    Result result = lockstep.run("fuzz", target, "--time", seconds + "s", "--seed", "1", "--json");
    Schema.assertFits("run", result.json());
    return result;
  }

  /** Fuzzes until something is found, which is all that there is to find. */
  private JsonNode onlyFinding(String target) {
    return findings(target, 1).path(0);
  }

  private JsonNode findings(String target, int count) {
    Result result =
        lockstep.runUntilFound("fuzz", target, "--time", "60s", "--seed", "1", "--json");
    assertEquals(1, result.exitCode(), result::toString);
    Schema.assertFits("run", result.json());
    JsonNode findings = result.json().path("findings");
    assertEquals(count, findings.size(), result::toString);
    for (JsonNode finding : findings) {
      assertEquals("new", finding.path("state").asText(), result::toString);
    }
    return findings;
  }

  private static void assertOnlyNondeterminism(String classes, Result result) {
    assertEquals(1, result.exitCode(), result::toString);
    JsonNode findings = result.json().path("findings");
    assertEquals(1, findings.size(), result::toString);
    assertEquals(
        "nondeterminism $ " + classes, findings.at("/0/fingerprint").asText(), result::toString);
    assertNotEquals(0, result.json().at("/verdicts/incomparable").asInt(), result::toString);
    assertEquals(0, result.json().at("/verdicts/divergence").asInt(), result::toString);
  }

  private static String input(JsonNode finding) {
    return new String(
        Base64.getDecoder().decode(finding.path("input_base64").asText()),
        StandardCharsets.ISO_8859_1);
  }
}
