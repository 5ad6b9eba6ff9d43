package dev.lockstep.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.Kind;
import dev.lockstep.finding.Finding.State;
import dev.lockstep.gate.Judged;
import dev.lockstep.gate.Problem;
import dev.lockstep.gate.Step;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class GateSummaryTest {

  @Test
  void a_gate_that_passed_is_a_table() {
    assertEquals(
        """
        ## Lockstep gate: nothing new

        Measured against `origin/main` at `0123456789ab`.

        | target | result | replayed | executions | accepted | new | pre-existing | seconds |
        |---|---|--:|--:|--:|--:|--:|--:|
        | `properties` | nothing new | 634 | 123,062 | 40 | 0 | 0 | 10 |

        Not touched by the change: double.
        """,
        GateSummary.of(GateSamples.result(GateSamples.target(List.of(), List.of()))));
  }

  @Test
  void nothing_that_was_found_ends_its_fence() {
    String text =
        GateSummary.of(
            GateSamples.result(
                GateSamples.target(
                    List.of(new Problem(Step.CANARY, "not caught")),
                    List.of(
                        GateSamples.finding(1, State.NEW, Kind.VALUE, "value $ a|b"),
                        GateSamples.finding(2, State.PRE_EXISTING, Kind.VALUE, "v $ a|b")))));

    assertTrue(text.contains("## Lockstep gate: new divergences"), text);
    assertTrue(text.contains("### `properties`: canary\n\n```text\nnot caught\n```\n"), text);
    assertTrue(text.contains("````text\ndivergence properties-00000001"), text);
    assertTrue(text.contains("<details><summary>1 more of"), text);
  }

  @Test
  void a_summary_is_no_larger_than_a_code_host_takes() {
    List<Judged> findings = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      findings.add(GateSamples.finding(i, State.NEW, Kind.VALUE, "value $ ä|b"));
    }
    String text = GateSummary.of(GateSamples.result(GateSamples.target(List.of(), findings)));

    assertTrue(text.getBytes(UTF_8).length < 1 << 20);
    assertTrue(text.endsWith("more than the code host takes.)\n"));
  }
}
