package dev.lockstep.cli;

import dev.lockstep.files.Json;
import dev.lockstep.files.SafeFiles;
import dev.lockstep.gate.GateResult;
import dev.lockstep.report.Annotations;
import dev.lockstep.report.GateReport;
import dev.lockstep.report.GateSummary;
import dev.lockstep.report.GateText;
import dev.lockstep.report.JunitReport;
import dev.lockstep.report.SarifReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where {@code gate} and {@code nightly} say what they saw. */
final class GateOptions {
  @Option(
      names = "--sarif",
      paramLabel = "FILE",
      description = "Write SARIF 2.1.0, for code hosts.")
  private @Nullable Path sarif;

  @Option(
      names = "--junit",
      paramLabel = "FILE",
      description = "Write JUnit XML, for test reports.")
  private @Nullable Path junit;

  @Option(
      names = "--summary",
      paramLabel = "FILE",
      description = "Write Markdown, for people who read the job.")
  private @Nullable Path summary;

  /**
   * Writes all that was asked for, by option or by the environment of a CI job, and prints.
   *
   * @return the exit code
   * @throws IOException if a file cannot be written
   */
  ExitCode publish(
      GateResult result, boolean json, Console console, Map<String, String> environment)
      throws IOException {
    ExitCode code = code(result);
    if (sarif != null) {
      SafeFiles.write(sarif, Json.MAPPER.writeValueAsBytes(SarifReport.of(result)));
    }
    if (junit != null) {
      SafeFiles.write(junit, JunitReport.of(result));
    }
    if (summary != null) {
      SafeFiles.write(summary, GateSummary.of(result));
    }
    String job = environment.getOrDefault("GITHUB_STEP_SUMMARY", "");
    if (!job.isEmpty()) {
      // The file of the whole step: others may have written to it.
      Files.writeString(
          Path.of(job),
          GateSummary.of(result),
          StandardCharsets.UTF_8,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    }
    if (json) {
      console.json(GateReport.of(result, code.code()));
    } else {
      console.result(GateText.of(result));
    }
    if ("true".equals(environment.get("GITHUB_ACTIONS"))) {
      Annotations.of(result).forEach(console::note);
    }
    return code;
  }

  private static ExitCode code(GateResult result) {
    return switch (result.ending()) {
      case NEW -> ExitCode.DIVERGENCE;
      case BROKEN -> ExitCode.BROKEN_BASELINE;
      case OUT_OF_TIME -> ExitCode.OUT_OF_TIME;
      case NOTHING_RAN -> ExitCode.NOTHING_RAN;
      case PASSED -> ExitCode.AGREE;
    };
  }
}
