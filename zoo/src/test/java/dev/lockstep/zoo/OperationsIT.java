package dev.lockstep.zoo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A target that is driven by operations: found, shrunk and printed as a program. */
final class OperationsIT {
  private static final String TARGET = "operations";
  private static final int RANDOM_INPUTS = 200;

  @TempDir private Path folder;
  private Lockstep lockstep;

  @BeforeEach
  void copy_the_zoo() {
    lockstep = new Lockstep(folder);
  }

  @Test
  void a_bug_that_takes_three_operations_is_found_and_shrunk_to_these() {
    Result fuzz = lockstep.run("fuzz", TARGET, "--time", "15s", "--seed", "7", "--json");

    JsonNode finding = smallest(fuzz.json().path("findings"));
    assertEquals(5, finding.path("input_bytes").asInt(), fuzz::toString);
    List<String> program = program(finding);
    assertEquals(
        Set.of("deposit(amount: 1)", "freeze()", "withdraw(amount: 1)"),
        program.stream().map(line -> line.substring(3)).collect(Collectors.toSet()),
        fuzz::toString);
    assertEquals("$.steps[2].withdraw", finding.path("path").asText());

    String id = finding.path("id").asText();
    String text = lockstep.run("repro", id).out();
    String rows = String.join("\n" + " ".repeat(12), program);
    assertTrue(text.contains("  program   " + rows + "\n"), text);
    for (String language : List.of("rust", "junit")) {
      String test = lockstep.run("repro", id, "--emit", language).out();
      assertTrue(test.contains("   2  withdraw(amount: 1)\n"), test);
    }
  }

  @Test
  void a_file_is_replayed_as_a_program() {
    Path file = lockstep.file("three", new byte[] {0, 5, 2, 1, 5});

    Result repro = lockstep.run("repro", file.toString(), "--target", TARGET);
    assertEquals(1, repro.exitCode(), repro::toString);
    assertTrue(repro.out().contains("  program   0  deposit(amount: 5)\n"), repro::toString);

    Result json = lockstep.run("repro", file.toString(), "--target", TARGET, "--json");
    assertEquals("1  freeze()", json.json().at("/program/1").asText(), json::toString);
  }

  /** Each step says what it was given: so a decoder that reads something else would show. */
  @Test
  void any_bytes_are_decoded_to_the_same_program_on_both_sides() {
    Random random = new Random(6);
    List<String> arguments = new ArrayList<>(List.of("compare", TARGET, "--json"));
    for (int i = 0; i < RANDOM_INPUTS; i++) {
      byte[] input = new byte[random.nextInt(60)];
      random.nextBytes(input);
      arguments.add(lockstep.file("random-" + i, input).toString());
    }

    Result compare = lockstep.run(arguments.toArray(String[]::new));

    assertTrue(compare.json().at("/verdicts/agree").asInt() > RANDOM_INPUTS / 2, compare::toString);
    for (JsonNode cause : compare.json().path("causes")) {
      assertTrue(
          cause.at("/fingerprints/0").asText().contains("$.steps[*].withdraw "), compare::toString);
    }
  }

  private static JsonNode smallest(JsonNode findings) {
    JsonNode smallest = findings.path(0);
    for (JsonNode finding : findings) {
      smallest =
          finding.path("input_bytes").asInt() < smallest.path("input_bytes").asInt()
              ? finding
              : smallest;
    }
    return smallest;
  }

  private static List<String> program(JsonNode finding) {
    List<String> lines = new ArrayList<>();
    finding.path("program").forEach(line -> lines.add(line.asText()));
    return lines;
  }
}
