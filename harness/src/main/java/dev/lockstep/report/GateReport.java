package dev.lockstep.report;

import dev.lockstep.finding.Finding.Environment;
import dev.lockstep.gate.Ending;
import dev.lockstep.gate.Fuzzed;
import dev.lockstep.gate.GateResult;
import dev.lockstep.gate.Planted;
import dev.lockstep.gate.Problem;
import dev.lockstep.gate.Replayed;
import dev.lockstep.gate.Step;
import dev.lockstep.gate.TargetResult;
import dev.lockstep.report.RunReport.Corpus;
import dev.lockstep.report.RunReport.Coverage;
import dev.lockstep.report.RunReport.Entry;
import dev.lockstep.report.RunReport.Verdicts;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a gate or a night saw, for machines ({@code docs/schema/gate.schema.json}).
 *
 * @param exitCode of the process
 * @param base what the change was measured against; null if nothing
 * @param untouched targets that the change does not touch
 * @param notBegun targets that the time did not reach
 */
public record GateReport(
    int format,
    String verb,
    Ending status,
    int exitCode,
    double seconds,
    GateResult.@Nullable Base base,
    List<TargetReport> targets,
    List<String> untouched,
    List<String> notBegun) {

  /** The document of a result. */
  public static GateReport of(GateResult result, int exitCode) {
    return new GateReport(
        RunReport.FORMAT,
        result.verb(),
        result.ending(),
        exitCode,
        round(result.seconds()),
        result.base().orElse(null),
        result.targets().stream().map(target -> TargetReport.of(target, result.verb())).toList(),
        result.untouched(),
        result.notBegun());
  }

  private static double round(double seconds) {
    return Math.round(seconds * 10) / 10.0;
  }

  /**
   * One target, with all that the document of a run has.
   *
   * @param canary the planted divergence; null if it was not caught
   * @param problems what has to be mended
   * @param notes what does not fail and should be known
   * @param notDone what was left out for want of time
   */
  public record TargetReport(
      int format,
      String verb,
      String target,
      Ending status,
      @Nullable Long seed,
      double seconds,
      long executions,
      long executionsPerSecond,
      int engineRestarts,
      int unexplained,
      int unconfirmed,
      @Nullable Coverage coverage,
      @Nullable Corpus corpus,
      Verdicts verdicts,
      Replayed replayed,
      @Nullable Planted canary,
      List<ProblemReport> problems,
      List<String> notes,
      List<String> notDone,
      List<Entry> findings,
      @Nullable Environment environment) {

    static TargetReport of(TargetResult result, String verb) {
      Fuzzed fuzzed = result.fuzzed().orElse(null);
      double seconds = fuzzed == null ? 0 : fuzzed.seconds();
      return new TargetReport(
          RunReport.FORMAT,
          verb,
          result.target(),
          result.ending(),
          fuzzed == null ? null : fuzzed.seed(),
          round(result.seconds()),
          result.counted().total(),
          fuzzed == null ? 0 : Math.round(fuzzed.executions() / Math.max(seconds, 1e-3)),
          fuzzed == null ? 0 : fuzzed.restarts(),
          fuzzed == null ? 0 : fuzzed.unexplained(),
          fuzzed == null ? 0 : fuzzed.unconfirmed(),
          fuzzed == null ? null : new Coverage(fuzzed.coverageOriginal(), fuzzed.coveragePort()),
          fuzzed == null ? null : new Corpus(fuzzed.corpusBefore(), fuzzed.corpusAfter()),
          new Verdicts(
              result.counted().agree(),
              result.counted().divergence(),
              result.counted().accepted(),
              result.counted().incomparable(),
              fuzzed == null ? Map.of() : fuzzed.acceptedBy(),
              Map.of(),
              fuzzed == null ? List.of() : fuzzed.swallowing()),
          result.replayed(),
          result.canary().orElse(null),
          result.problems().stream().map(ProblemReport::of).toList(),
          result.notes(),
          result.notDone(),
          result.findings().stream()
              .map(judged -> Entry.of(judged.finding(), judged.state(), judged.folder().toString()))
              .toList(),
          result.environment().orElse(null));
    }
  }

  /** What has to be mended, and in which step it came up. */
  public record ProblemReport(Step step, String what) {
    static ProblemReport of(Problem problem) {
      return new ProblemReport(problem.step(), problem.what());
    }
  }
}
