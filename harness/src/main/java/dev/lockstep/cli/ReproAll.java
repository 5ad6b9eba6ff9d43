package dev.lockstep.cli;

import dev.lockstep.Build;
import dev.lockstep.build.BuiltTarget;
import dev.lockstep.finding.Finding;
import dev.lockstep.finding.Finding.Environment;
import dev.lockstep.finding.Regressions;
import dev.lockstep.finding.Revisited;
import dev.lockstep.finding.Revisited.Now;
import dev.lockstep.judge.Judge;
import dev.lockstep.report.RevisitedText;
import dev.lockstep.target.Target;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Replays many findings, target by target. */
final class ReproAll {
  private final Workspace workspace;
  private final Console console;
  private final Clock clock;
  private final boolean settling;
  private final List<Row> rows = new ArrayList<>();

  /**
   * Replays.
   *
   * @param settling whether those that are gone are moved to the regressions
   */
  ReproAll(Workspace workspace, Console console, Clock clock, boolean settling) {
    this.workspace = workspace;
    this.console = console;
    this.clock = clock;
    this.settling = settling;
  }

  /** Replays these and prints a line for each. */
  ExitCode run(List<Finding> findings) throws IOException {
    if (findings.isEmpty()) {
      console.note("error: there is no finding in `" + workspace.reports() + "`");
      return ExitCode.NOTHING_RAN;
    }
    Map<String, List<Finding>> byTarget =
        findings.stream()
            .collect(Collectors.groupingBy(Finding::target, TreeMap::new, Collectors.toList()));
    for (Map.Entry<String, List<Finding>> entry : byTarget.entrySet()) {
      replay(workspace.target(entry.getKey()), entry.getValue());
    }
    if (workspace.json()) {
      console.json(new Document(1, "repro", rows));
    } else {
      console.result(RevisitedText.summary(rows.stream().map(row -> row.now).toList()) + "\n");
    }
    return rows.stream().anyMatch(row -> row.now == Now.REPRODUCED || row.now == Now.DIFFERENT)
        ? ExitCode.DIVERGENCE
        : ExitCode.AGREE;
  }

  private void replay(Target target, List<Finding> findings) throws IOException {
    BuiltTarget built = workspace.build(target, Build.USUAL, console);
    Environment environment = Workspace.environment(target, built);
    Regressions regressions = new Regressions(target, clock);
    try (Judge judge = Judge.load(target, built)) {
      for (Finding finding : findings) {
        Revisited revisited = Revisited.of(finding, judge);
        Optional<Path> moved =
            settling
                ? revisited.settle(workspace.findings(), regressions, environment)
                : Optional.empty();
        Optional<Path> shown = moved.map(Workspace::shown);
        rows.add(
            new Row(
                finding.id(),
                finding.target(),
                revisited.now(),
                revisited.detail(),
                finding.environment(),
                environment,
                shown.map(Path::toString).orElse(null)));
        if (!workspace.json()) {
          console.result(RevisitedText.of(revisited, environment, shown));
        }
      }
    }
  }

  private record Document(int format, String verb, List<Row> findings) {}

  private record Row(
      String id,
      String target,
      Now now,
      String detail,
      Environment then,
      Environment environment,
      @Nullable String regression) {}
}
