package dev.lockstep.cli;

import dev.lockstep.Build;
import dev.lockstep.build.BuiltTarget;
import dev.lockstep.finding.Filing;
import dev.lockstep.finding.Filing.Filed;
import dev.lockstep.finding.Finding;
import dev.lockstep.finding.FindingStore;
import dev.lockstep.judge.Judge;
import dev.lockstep.pile.Cause;
import dev.lockstep.pile.Input;
import dev.lockstep.pile.Judged;
import dev.lockstep.pile.PileLog;
import dev.lockstep.pile.PileRun;
import dev.lockstep.pile.Sides;
import dev.lockstep.pile.Tally;
import dev.lockstep.report.CompareReport;
import dev.lockstep.report.CompareText;
import dev.lockstep.report.RunReport;
import dev.lockstep.target.Target;
import dev.lockstep.target.UsageException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code compare}: runs both sides on given inputs, the way to replay a pile of real files. */
@Command(
    name = "compare",
    description = "Run both sides on files and print a verdict for each that does not agree.",
    mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {
  private final Console console;
  private final Clock clock;
  @Mixin private Workspace workspace = new Workspace();
  @Mixin private PileOptions pile = new PileOptions();

  @Parameters(index = "0", paramLabel = "TARGET", description = "The target to run.")
  private String name = "";

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "FILE|DIR|-",
      description = "Inputs: files, folders with all that is in them, or `-` for stdin.")
  private List<String> paths = new ArrayList<>();

  @Option(
      names = "--all",
      description = "Print a line for each input, for agreeing ones and for many alike as well.")
  private boolean all;

  @Option(names = "--keep", description = "Shrink and keep each distinct divergence as a finding.")
  private boolean keep;

  @Option(
      names = "--sanitizer",
      description =
          "Judge with a build of the port with this sanitizer instead: ${COMPLETION-CANDIDATES}."
              + " Needs a nightly Rust.")
  private @Nullable Sanitizer sanitizer;

  CompareCommand(Console console, Clock clock) {
    this.console = console;
    this.clock = clock;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (keep && sanitizer != null) {
      throw new UsageException(
          "`--keep` keeps what the usual builds show, and `--sanitizer` judges with another",
          "leave one of them out");
    }
    Target target = workspace.target(name);
    List<Input> inputs = pile.inputs(paths);
    int jobs = pile.jobs(inputs);
    BuiltTarget built = workspace.build(target, builds(), console);
    try (Judge judge = Judge.load(target, built)) {
      return run(target, built, judge, inputs, jobs).code();
    }
  }

  private Set<Build> builds() {
    return sanitizer == null ? Build.USUAL : EnumSet.of(sanitizer.build());
  }

  /** The one that decides. */
  private Build build() {
    return sanitizer == null ? Build.RELEASE : sanitizer.build();
  }

  private ExitCode run(Target target, BuiltTarget built, Judge judge, List<Input> inputs, int jobs)
      throws IOException, InterruptedException {
    Interrupt interrupt = Interrupt.install();
    PileLog.Header header =
        new PileLog.Header(PileLog.Header.FORMAT, target.name(), Sides.word(target, built));
    Optional<Path> file = inputs.size() > 1 ? Optional.of(logFile()) : Optional.empty();
    Map<String, Judged> known = known(file, header);
    try (Log log = Log.begin(file, header, known, console)) {
      PileProgress progress =
          new PileProgress(console, name, inputs.size(), all, workspace.json(), log.open());
      PileRun run =
          new PileRun(
              new PileRun.Plan(inputs, known, pile.given(), build()),
              progress,
              interrupt::requested);
      run.run(judge, () -> Judge.load(target, built), jobs);
      finish(target, built, judge, new Done(inputs, progress, log.file()));
      return exitCode(progress);
    }
  }

  private Path logFile() {
    String key = pile.key(sanitizer == null ? "" : sanitizer.name(), paths);
    return workspace.reports().resolve("compare").resolve(name + "-" + key + ".jsonl");
  }

  private Map<String, Judged> known(Optional<Path> file, PileLog.Header header) throws IOException {
    if (!pile.resume() || file.isEmpty()) {
      return Map.of();
    }
    Optional<Map<String, Judged>> known = PileLog.read(file.get(), header);
    console.note(
        known
            .map(judged ->
                String.format(
                    Locale.ROOT, "going on after %,d inputs of a run before", judged.size()))
            .orElse(
                "there is no run over the same inputs to go on with, or a side has changed"
                    + " since: all are judged"));
    return known.orElse(Map.of());
  }

  private ExitCode exitCode(PileProgress progress) {
    if (progress.tally().total() == 0) {
      console.note("error: there is no input in " + String.join(", ", paths));
      return ExitCode.NOTHING_RAN;
    }
    if (progress.tally().divergence() > 0) {
      return ExitCode.DIVERGENCE;
    }
    return progress.unreadable() > 0 ? ExitCode.USAGE : ExitCode.AGREE;
  }

  /** What is known when the run has ended. */
  private record Done(List<Input> inputs, PileProgress progress, Optional<Path> log) {
    boolean isWhole() {
      return progress.tally().total() == inputs.size();
    }
  }

  private void finish(Target target, BuiltTarget built, Judge judge, Done done) throws IOException {
    double seconds = done.progress().seconds();
    FindingStore store = workspace.findings();
    Tally tally = done.progress().tally();
    Map<String, Filed> kept =
        keep
            ? new PileFiling(
                    new Filing(
                        target.name(), judge, store, Workspace.environment(target, built), clock),
                    console)
                .file(tally.diverging(), done.inputs(), pile.given())
            : Map.of();
    List<Cause> causes = Cause.of(tally.diverging());
    List<Finding> findings = store.of(target.name());
    Function<String, List<String>> idsOf =
        fingerprint ->
            findings.stream()
                .filter(finding -> finding.fingerprints().contains(fingerprint))
                .map(Finding::id)
                .toList();
    if (workspace.json()) {
      console.json(report(target, built, done, kept, causes, idsOf, seconds));
      notes(done);
      return;
    }
    // Findings have been told apart by more than their fingerprints.
    int many = keep && !kept.isEmpty() ? kept.size() : causes.size();
    console.result(CompareText.summary(name, seconds, tally, causes, many, idsOf));
    notes(done);
  }

  /** What is not in the totals. */
  private void notes(Done done) {
    long total = done.progress().tally().total();
    if (pile.passedOver() > 0) {
      console.note(
          String.format(
              Locale.ROOT, "%,d other files in the folders are not called so", pile.passedOver()));
    }
    done.log()
        .filter(_ -> done.progress().withoutLine() > 0)
        .ifPresent(file ->
            console.note(
                String.format(
                    Locale.ROOT,
                    "%,d inputs that show the same as others have no line: all are in %s",
                    done.progress().withoutLine(),
                    Workspace.shown(file))));
    if (!done.isWhole()) {
      console.note(
          String.format(
              Locale.ROOT, "stopped after %,d of %,d inputs", total, done.inputs().size()));
      done.log()
          .ifPresent(_ -> {
            console.note("");
            console.note("hint: the same command with `--resume` goes on from there");
          });
    }
  }

  private CompareReport report(
      Target target,
      BuiltTarget built,
      Done done,
      Map<String, Filed> kept,
      List<Cause> causes,
      Function<String, List<String>> idsOf,
      double seconds) {
    Tally tally = done.progress().tally();
    FindingStore store = workspace.findings();
    RunReport run =
        new RunReport(
            RunReport.FORMAT,
            "compare",
            target.name(),
            null,
            seconds,
            tally.total(),
            Math.round(tally.total() / Math.max(seconds, 1e-3)),
            0,
            null,
            false,
            0,
            0,
            null,
            null,
            new RunReport.Verdicts(
                tally.agree(),
                tally.divergence(),
                tally.accepted(),
                tally.incomparable(),
                tally.acceptedBy(),
                Map.of(),
                List.of()),
            kept.values().stream().map(filed -> entry(filed, store)).toList(),
            Workspace.environment(target, built));
    return new CompareReport(
        run,
        causes.stream().map(cause -> CompareReport.Cause.of(cause, idsOf)).toList(),
        tally.reasons(),
        pile.passedOver(),
        tally.total() - done.progress().fresh(),
        done.isWhole(),
        done.log().map(file -> Workspace.shown(file).toString()).orElse(null));
  }

  private static RunReport.Entry entry(Filed filed, FindingStore store) {
    return RunReport.Entry.of(
        filed.finding(),
        filed.state(),
        Workspace.shown(store.folderOf(filed.finding().id())).toString());
  }

  /** The log of a run; none where it cannot be written, which is said and stops nothing. */
  private record Log(Optional<PileLog> open, Optional<Path> file) implements AutoCloseable {
    static Log begin(
        Optional<Path> file, PileLog.Header header, Map<String, Judged> known, Console console) {
      if (file.isEmpty()) {
        return new Log(Optional.empty(), Optional.empty());
      }
      try {
        return new Log(Optional.of(PileLog.begin(file.get(), header, known.values())), file);
      } catch (IOException e) {
        console.note(
            "cannot be resumed: `" + file.get() + "` cannot be written: " + e.getMessage());
        return new Log(Optional.empty(), Optional.empty());
      }
    }

    @Override
    public void close() throws IOException {
      if (open.isPresent()) {
        open.get().close();
      }
    }
  }
}
