package dev.lockstep.cli;

import dev.lockstep.Build;
import dev.lockstep.build.BuiltTarget;
import dev.lockstep.engine.EngineOrders.Task;
import dev.lockstep.files.InputFiles;
import dev.lockstep.finding.Filing;
import dev.lockstep.finding.Filing.Filed;
import dev.lockstep.finding.Finding;
import dev.lockstep.finding.Finding.Environment;
import dev.lockstep.finding.Finding.State;
import dev.lockstep.finding.FindingStore;
import dev.lockstep.finding.Placing;
import dev.lockstep.judge.Judge;
import dev.lockstep.ledger.Entry;
import dev.lockstep.ledger.Ledger;
import dev.lockstep.report.FindingText;
import dev.lockstep.report.RunReport;
import dev.lockstep.report.RunText;
import dev.lockstep.supervise.FuzzRun;
import dev.lockstep.supervise.RunCounts;
import dev.lockstep.target.Target;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fuzz}: searches for divergences for a time. */
@Command(
    name = "fuzz",
    description = "Fuzz a target; collect all distinct findings of the run, not only the first.",
    mixinStandardHelpOptions = true)
final class FuzzCommand implements Callable<Integer> {
  /**
   * The smallest are shown in full, last, where the eye is when the run ends; the rest in a line
   * each.
   */
  private static final int IN_FULL_MAX = 8;

  private final Console console;
  private final Clock clock;
  @Mixin private Workspace workspace = new Workspace();

  @Parameters(paramLabel = "TARGET", description = "The target to fuzz.")
  private String name = "";

  @Option(
      names = "--time",
      description = "How long: `90`, `60s`, `5m`, `2h` (default: ${DEFAULT-VALUE}).",
      defaultValue = "60s",
      converter = DurationText.class)
  private Duration time = Duration.ofSeconds(60);

  @Option(
      names = "--engine",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).",
      defaultValue = "both")
  private Engine engine = Engine.both;

  @Option(names = "--seed", description = "Of all randomness (default: from the clock).")
  private @Nullable Long seed;

  @Option(
      names = "--jobs",
      description = "Engines at once (default: ${DEFAULT-VALUE}).",
      defaultValue = "1")
  private int jobs = 1;

  @Option(
      names = "--no-port-coverage",
      description = "Leave the port's coverage out: the control that shows what it is worth.")
  private boolean noPortCoverage;

  @Option(
      names = "--isolate",
      description = "Run the port in a worker from the start, so that it can end no engine.")
  private boolean isolate;

  FuzzCommand(Console console, Clock clock) {
    this.console = console;
    this.clock = clock;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Target target = workspace.target(name);
    if (engine == Engine.property && target.settings().original().generator().isEmpty()) {
      console.note("error: `" + name + "` has no generator, so a property-based run has no input");
      console.note("");
      console.note("hint: name one in its `target.toml`, or use `--engine coverage`");
      return ExitCode.NOTHING_RAN.code();
    }
    BuiltTarget built = workspace.build(target, Build.USUAL, console);
    Environment environment = Workspace.environment(target, built);
    FindingStore store = workspace.findings();
    long chosenSeed = seed == null ? clock.millis() : seed;
    FuzzRun.Plan plan =
        new FuzzRun.Plan(
            engine.task, time.toMillis() / 1e3, chosenSeed, jobs, !noPortCoverage, isolate);
    int before = corpus(target);
    Interrupt interrupt = Interrupt.install();
    FuzzRun.Result result;
    Ledger ledger;
    try (Judge judge = Judge.load(target, built)) {
      ledger = judge.ledger();
      Filing filing = new Filing(target.name(), judge, store, environment, clock);
      result =
          new FuzzRun(target, built, filing, plan, workspace.reports(), clock)
              .run(interrupt::requested, progress -> console.progress(line(target, progress)));
    }
    List<Filed> findings = placed(result.findings(), target, built, interrupt);
    RunReport report =
        new RunReport(
            RunReport.FORMAT,
            "fuzz",
            target.name(),
            chosenSeed,
            round(result.seconds()),
            result.counts().executions(),
            Math.round(result.counts().executions() / Math.max(result.seconds(), 1e-3)),
            result.restarts(),
            result.restartSeconds().isPresent()
                ? Math.round(result.restartSeconds().getAsDouble() * 1e3) / 1e3
                : null,
            result.isolated(),
            result.unexplained(),
            result.unconfirmed(),
            new RunReport.Coverage(
                result.counts().coverageOriginal(), result.counts().coveragePort()),
            new RunReport.Corpus(before, corpus(target)),
            verdicts(result, ledger),
            findings.stream()
                .map(filed ->
                    RunReport.Entry.of(
                        filed.finding(),
                        filed.state(),
                        Workspace.shown(store.folderOf(filed.finding().id())).toString()))
                .toList(),
            environment);
    print(report, findings, store);
    return exitCode(report, interrupt.requested()).code();
  }

  private List<Filed> placed(
      List<Filed> findings, Target target, BuiltTarget built, Interrupt interrupt)
      throws IOException, InterruptedException {
    Map<String, Finding> placed =
        new Placing(target, built, workspace.findings(), console::note)
            .within(
                Placing.TIME_MAX,
                interrupt::requested,
                findings.stream().map(Filed::finding).toList());
    return findings.stream()
        .map(filed ->
            new Filed(placed.getOrDefault(filed.finding().id(), filed.finding()), filed.state()))
        .toList();
  }

  private static RunReport.Verdicts verdicts(FuzzRun.Result result, Ledger ledger) {
    RunCounts counts = result.counts();
    Map<String, Long> acceptedBy = counts.acceptedBy(ledger);
    return new RunReport.Verdicts(
        counts.agree(),
        counts.divergence(),
        counts.accepted(),
        counts.incomparable(),
        acceptedBy,
        acceptedAfter(result, ledger),
        ledger.swallowing(acceptedBy, counts.executions()).stream().map(Entry::id).toList());
  }

  private static Map<String, Double> acceptedAfter(FuzzRun.Result result, Ledger ledger) {
    Map<String, Double> byId = new LinkedHashMap<>();
    for (int i = 0; i < ledger.entries().size(); i++) {
      Double seconds = result.acceptedAfter().get(i);
      if (seconds != null) {
        byId.put(ledger.entries().get(i).id(), round(seconds));
      }
    }
    return byId;
  }

  private void print(RunReport report, List<Filed> findings, FindingStore store) {
    if (workspace.json()) {
      console.json(report);
      return;
    }
    List<Filed> smallestLast =
        findings.stream()
            .sorted(Comparator.comparingInt((Filed f) -> f.finding().inputBytes()).reversed())
            .toList();
    int inFull = Math.max(0, findings.size() - IN_FULL_MAX);
    for (Filed filed : smallestLast.subList(0, inFull)) {
      console.result(FindingText.line(filed.finding(), word(filed)));
    }
    console.result(inFull > 0 ? "\n" : "");
    for (Filed filed : smallestLast.subList(inFull, findings.size())) {
      console.result(
          FindingText.of(
                  filed.finding(),
                  word(filed),
                  Optional.of(Workspace.shown(store.folderOf(filed.finding().id()))),
                  workspace.replay(filed.finding().id()))
              + "\n");
    }
    console.result(RunText.summary(report));
  }

  private static String word(Filed filed) {
    return filed.state().name().toLowerCase(Locale.ROOT);
  }

  private static ExitCode exitCode(RunReport report, boolean interrupted) {
    if (report.executions() == 0) {
      // The time was over while the engine was still starting.
      return interrupted ? ExitCode.NOTHING_RAN : ExitCode.OUT_OF_TIME;
    }
    return report.findings().stream().anyMatch(entry -> entry.state() == State.NEW)
        ? ExitCode.DIVERGENCE
        : ExitCode.AGREE;
  }

  private static int corpus(Target target) throws IOException {
    return InputFiles.count(target.seeds())
        + InputFiles.count(target.regressions())
        + InputFiles.count(target.grown());
  }

  private static String line(Target target, FuzzRun.Progress progress) {
    if (!progress.running()) {
      return "fuzz " + target.name() + ": starting the engine …";
    }
    return String.format(
        Locale.ROOT,
        "fuzz %s: %.0f s left, %,d executions (%,.0f/s), coverage %,d + %,d, findings %d",
        target.name(),
        progress.secondsLeft(),
        progress.counts().executions(),
        progress.counts().executions() / Math.max(progress.seconds(), 1e-3),
        progress.counts().coverageOriginal(),
        progress.counts().coveragePort(),
        progress.findings());
  }

  private static double round(double seconds) {
    return Math.round(seconds * 10) / 10.0;
  }

  /** The names that {@code --engine} takes. */
  @SuppressWarnings("MemberName") // picocli shows the constants as they are written
  enum Engine {
    coverage(Task.COVERAGE),
    property(Task.PROPERTY),
    both(Task.BOTH);

    private final Task task;

    Engine(Task task) {
      this.task = task;
    }
  }
}
