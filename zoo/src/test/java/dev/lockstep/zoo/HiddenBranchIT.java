package dev.lockstep.zoo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one side alone hides is found only by whoever sees that side's coverage and comparisons. */
final class HiddenBranchIT {
  private static final long EXECUTIONS_MAX = 20_000_000;

  @TempDir private Path folder;
  private Lockstep lockstep;

  @BeforeEach
  void copy_the_zoo() {
    lockstep = new Lockstep(folder);
  }

  @Test
  void what_the_port_hides_is_found() {
    Result result = search("hidden_in_rust");

    assertEquals(1, result.exitCode(), result::toString);
    assertTrue(input(result).startsWith("RUST\u00e5\u001c\u00ed^"), result::toString);
  }

  /** The control: the same run, with the port's coverage switched off. */
  @Test
  void what_the_port_hides_is_not_found_without_the_ports_coverage() {
    Result result =
        lockstep.run(
            "fuzz",
            "hidden_in_rust",
            "--time",
            "25s",
            "--seed",
            "1",
            "--no-port-coverage",
            "--json");

    assertEquals(0, result.exitCode(), result::toString);
    assertEquals(0, result.json().path("findings").size(), result::toString);
    assertTrue(result.json().path("executions").asLong() > 100_000, result::toString);
  }

  @Test
  void what_the_original_hides_is_found() {
    Result result = search("hidden_in_java");

    assertEquals(1, result.exitCode(), result::toString);
    assertTrue(input(result).startsWith("JAVA\u001b\u00ad\u00f0\r"), result::toString);
  }

  /** A minute's work on a machine with nothing else to do; a busy one may take longer for it. */
  private Result search(String target) {
    Result result =
        lockstep.runUntilFound("fuzz", target, "--time", "150s", "--seed", "1", "--json");
    assertTrue(result.json().path("executions").asLong() < EXECUTIONS_MAX, result::toString);
    return result;
  }

  private static String input(Result result) {
    JsonNode finding = result.json().at("/findings/0");
    return new String(
        Base64.getDecoder().decode(finding.path("input_base64").asText()),
        StandardCharsets.ISO_8859_1);
  }
}
