package dev.lockstep.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.finding.Finding.State;
import dev.lockstep.report.RunReport.Corpus;
import dev.lockstep.report.RunReport.Coverage;
import dev.lockstep.report.RunReport.Verdicts;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class RunTextTest {

  @Test
  void a_run_ends_with_what_it_did_and_found() {
    assertEquals(
        """
        fuzz truetype: 612,345 executions in 60.2 s (10,172/s), seed 7
          coverage   original 118, port 1,993 edges; corpus 12 -> 640 inputs; engine restarts 3, 1.2 s each; port in a worker
          verdicts   612,000 agree, 300 diverge, 40 accepted, 5 incomparable
          findings   2: 1 new, 1 known
        """,
        RunText.summary(report(0, 0, new Coverage(118, 1_993), new Corpus(12, 640))));
  }

  @Test
  void what_did_not_show_again_is_not_passed_over() {
    assertEquals(
        "  findings   2: 1 new, 1 known; 3 did not show again when judged alone",
        RunText.summary(report(3, 0, null, null)).lines().toList().getLast());
  }

  @Test
  void a_death_that_nothing_explains_is_not_passed_over() {
    assertEquals(
        "  findings   2: 1 new, 1 known; 1 death of an engine did not happen again, see"
            + " `reports/unexplained`",
        RunText.summary(report(0, 1, null, null)).lines().toList().getLast());
  }

  @Test
  void what_nothing_measures_has_no_line() {
    assertEquals(3, RunText.summary(report(0, 0, null, null)).lines().count());
  }

  private static RunReport report(
      int unconfirmed, int unexplained, @Nullable Coverage coverage, @Nullable Corpus corpus) {
    return new RunReport(
        RunReport.FORMAT,
        "fuzz",
        "truetype",
        7L,
        60.2,
        612_345,
        10_172,
        3,
        1.24,
        true,
        unexplained,
        unconfirmed,
        coverage,
        corpus,
        new Verdicts(612_000, 300, 40, 5),
        List.of(entry(State.NEW), entry(State.KNOWN)),
        Samples.ENVIRONMENT);
  }

  private static RunReport.Entry entry(State state) {
    return RunReport.Entry.of(
        Samples.finding(Samples.ascii("A"), 1, true, 0), state, "reports/findings/x");
  }
}
