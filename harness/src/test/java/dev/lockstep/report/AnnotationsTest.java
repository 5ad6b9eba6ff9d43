package dev.lockstep.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.Kind;
import dev.lockstep.finding.Finding.State;
import dev.lockstep.gate.Judged;
import dev.lockstep.gate.Problem;
import dev.lockstep.gate.Step;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AnnotationsTest {

  @Test
  void a_command_is_one_line_whatever_it_says() {
    String line = finding(State.NEW);

    assertTrue(
        line.startsWith(
            "::error file=targets/properties/port/src/lib.rs,line=1,title=Lockstep%3A"
                + " properties-00000001 (new)::value at $.pairs[0].value%0Aoriginal: "),
        line);
    assertTrue(line.contains("::100%25, a|b"), line);
    assertTrue(line.endsWith("repro: ./lockstep repro properties-00000001"), line);
    assertEquals(1, line.lines().count());
  }

  @Test
  void what_a_file_is_called_cannot_end_its_property() {
    assertEquals("a%3A%2C%25%0D%0Ab", Annotations.property("a:,%\r\nb"));
  }

  @Test
  void what_does_not_fail_the_gate_is_not_annotated() {
    assertEquals("", finding(State.PRE_EXISTING));
    assertFalse(finding(State.REGRESSED).isEmpty());
  }

  @Test
  void a_fault_of_the_ledger_is_shown_at_the_ledger() {
    List<String> lines =
        Annotations.of(
            GateSamples.result(
                GateSamples.target(List.of(new Problem(Step.LEDGER, "stale")), List.of())));

    assertEquals(
        List.of(
            "::error file=targets/properties/accepted.toml,line=1,title=Lockstep%3A properties%3A"
                + " ledger::stale"),
        lines);
  }

  @Test
  void there_are_no_more_than_are_shown_and_the_last_counts_the_rest() {
    List<Judged> findings = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      findings.add(GateSamples.finding(i, State.NEW, Kind.VALUE, "value $ a|b"));
    }
    List<String> lines =
        Annotations.of(GateSamples.result(GateSamples.target(List.of(), findings)));

    assertEquals(Annotations.ERRORS_MAX, lines.size());
    assertEquals("::error title=Lockstep::3 more; the job summary has them all", lines.getLast());
  }

  private static String finding(State state) {
    return String.join(
        "\n",
        Annotations.of(
            GateSamples.result(
                GateSamples.target(
                    List.of(),
                    List.of(GateSamples.finding(1, state, Kind.VALUE, "value $ a|b"))))));
  }
}
