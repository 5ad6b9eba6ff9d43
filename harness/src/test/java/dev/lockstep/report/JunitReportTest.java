package dev.lockstep.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.Kind;
import dev.lockstep.finding.Finding.State;
import dev.lockstep.gate.GateResult;
import dev.lockstep.gate.Problem;
import dev.lockstep.gate.Step;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.util.List;
import org.apache.maven.plugin.surefire.log.api.NullConsoleLogger;
import org.apache.maven.plugins.surefire.report.ReportTestCase;
import org.apache.maven.plugins.surefire.report.ReportTestSuite;
import org.apache.maven.plugins.surefire.report.TestSuiteXmlParser;
import org.junit.jupiter.api.Test;

/** Read back by Surefire's own parser. */
final class JunitReportTest {

  @Test
  void a_target_is_a_suite_with_a_case_for_each_step() throws Exception {
    List<ReportTestSuite> suites =
        parsed(GateSamples.result(GateSamples.target(List.of(), List.of())));

    assertEquals(
        List.of("lockstep.properties", "lockstep.double"),
        suites.stream().map(ReportTestSuite::getFullClassName).toList());
    assertEquals(
        List.of(
            "build",
            "ledger",
            "canary",
            "replay: 3 regressions, 2 witnesses, 29 seeds, 600 grown",
            "properties and fuzzing"),
        suites.getFirst().getTestCases().stream().map(ReportTestCase::getName).toList());
    assertTrue(suites.getFirst().getTestCases().stream().allMatch(ReportTestCase::isSuccessful));
    assertEquals(1, suites.get(1).getNumberOfSkipped());
  }

  @Test
  void what_is_new_fails_with_the_words_of_the_command_line() throws Exception {
    ReportTestSuite suite =
        parsed(
                GateSamples.result(
                    GateSamples.target(
                        List.of(),
                        List.of(
                            GateSamples.finding(1, State.NEW, Kind.VALUE, "value $ a|b"),
                            GateSamples.finding(2, State.PRE_EXISTING, Kind.VALUE, "v $ a|b")))))
            .getFirst();

    assertEquals(1, suite.getNumberOfFailures());
    assertEquals(7, suite.getNumberOfTests());
    ReportTestCase failed =
        suite.getTestCases().stream().filter(ReportTestCase::hasFailure).findFirst().orElseThrow();
    assertTrue(failed.getName().contains("properties-00000001"), failed.getName());
    assertTrue(
        failed.getFailureDetail().contains("./lockstep repro properties-00000001"),
        failed.getFailureDetail());
    assertTrue(failed.getFailureMessage().contains("<&>"), failed.getFailureMessage());
  }

  @Test
  void what_is_broken_is_an_error_at_its_step() throws Exception {
    ReportTestSuite suite =
        parsed(
                GateSamples.result(
                    GateSamples.target(
                        List.of(
                            new Problem(Step.LEDGER, "entry `x` is stale\n\nhint: remove it"),
                            new Problem(Step.LEDGER, "entry `y` has expired"),
                            new Problem(Step.BASE, "the base does not build")),
                        List.of())))
            .getFirst();

    assertEquals(3, suite.getNumberOfErrors());
    assertEquals(
        List.of("ledger", "ledger 2", "base"),
        suite.getTestCases().stream()
            .filter(ReportTestCase::hasError)
            .map(ReportTestCase::getName)
            .toList());
  }

  private static List<ReportTestSuite> parsed(GateResult result) throws Exception {
    byte[] xml = JunitReport.of(result).getBytes(UTF_8);
    return new TestSuiteXmlParser(new NullConsoleLogger())
        .parse(new InputStreamReader(new ByteArrayInputStream(xml), UTF_8));
  }
}
