package dev.lockstep.zoo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is accepted does not fail the gate, and what is no longer so does. */
final class GateLedgerIT {
  private static final String SUM = "value $.sum integer|integer";

  @TempDir private Path folder;
  private Lockstep lockstep;

  @BeforeEach
  void copy_the_zoo() {
    lockstep = new Lockstep(folder);
  }

  @Test
  void an_accepted_divergence_is_counted_and_not_reported() throws IOException {
    ledger("value_differs", entry("wrong-sum", SUM, "pattern = '\"V\" ..'\nwitness_text = \"V\""));
    Files.writeString(
        lockstep.targets().resolve("value_differs/corpora/seeds/v"), "V and the like");
    Result result = gate("value_differs");

    assertEquals(0, result.exitCode(), result::toString);
    JsonNode target = result.json().at("/targets/0");
    assertEquals(0, target.path("findings").size(), result::toString);
    assertEquals(1, target.at("/replayed/witnesses").asInt());
    assertTrue(target.at("/verdicts/accepted").asLong() >= 4, result::toString);
  }

  @Test
  void an_entry_that_no_longer_holds_is_to_be_removed() throws IOException {
    ledger("agrees", entry("gone", SUM, "pattern = '\"V\" ..'\nwitness_text = \"V\""));

    assertBroken(gate("agrees"), "ledger", "no longer diverges: remove");
  }

  @Test
  void an_entry_whose_last_day_is_over_fails() throws IOException {
    ledger(
        "value_differs",
        entry("old", SUM, "pattern = '\"V\" ..'\nexpires = 2026-02-01\nwitness_text = \"V\""));

    assertBroken(gate("value_differs"), "ledger", "it was accepted until 2026-02-01");
  }

  @Test
  void a_ledger_that_cannot_be_read_is_no_baseline() throws IOException {
    ledger("agrees", "[[accepted]]\nid = \n");

    assertBroken(gate("agrees"), "ledger", "accepted.toml:2");
  }

  @Test
  void a_ledger_that_accepts_everything_is_noticed() throws IOException {
    ledger("value_differs", entry("all", "*", "witness_text = \"V\""));

    Result result = gate("value_differs");

    assertBroken(result, "canary", "it would be accepted: by `all`");
  }

  private Result gate(String target) {
    return lockstep.run("gate", target, "--time", "1s", "--json");
  }

  private void ledger(String target, String text) throws IOException {
    Files.writeString(lockstep.targets().resolve(target).resolve("accepted.toml"), text);
  }

  private static String entry(String id, String fingerprint, String more) {
    return """
    [[accepted]]
    id = "%s"
    fingerprint = "%s"
    reason = "the zoo is sick on purpose"
    who_is_right = "original"
    date = 2026-01-31
    %s
    """
        .formatted(id, fingerprint, more);
  }

  private static void assertBroken(Result result, String step, String why) {
    assertEquals(4, result.exitCode(), result::toString);
    Schema.assertFits("gate", result.json());
    JsonNode problem = result.json().at("/targets/0/problems/0");
    assertEquals(step, problem.path("step").asText(), result::toString);
    assertTrue(problem.path("what").asText().contains(why), result::toString);
  }
}
