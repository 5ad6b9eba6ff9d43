package dev.lockstep.cli;

import dev.lockstep.Build;
import dev.lockstep.Verdict;
import dev.lockstep.Way;
import dev.lockstep.build.BuiltTarget;
import dev.lockstep.finding.Finding;
import dev.lockstep.finding.Placing;
import dev.lockstep.judge.Case;
import dev.lockstep.judge.Judge;
import dev.lockstep.oracle.OutcomeText;
import dev.lockstep.pair.Pair;
import dev.lockstep.report.FindingText;
import dev.lockstep.report.ReproReport;
import dev.lockstep.report.ReproReport.BuildVerdict;
import dev.lockstep.report.ReproText;
import dev.lockstep.target.Target;
import dev.lockstep.target.UsageException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code repro}: replays a finding or a file, with both builds, and shows where the sides part. */
@Command(
    name = "repro",
    description = "Replay a finding by id, unique prefix or file, and print it.",
    mixinStandardHelpOptions = true)
final class ReproCommand implements Callable<Integer> {
  private final Console console;
  private final Clock clock;
  @Mixin private Workspace workspace = new Workspace();

  @Parameters(
      paramLabel = "ID|FILE",
      arity = "0..1",
      description =
          "A finding's id or unique prefix, its folder, an input file, or an archive (`.zip`,"
              + " `.tar.gz`) or folder of findings; a target with `--all`.")
  private @Nullable String what;

  @Option(
      names = "--all",
      description =
          "Replay all kept findings, of all targets or of one, and make those that no longer"
              + " diverge regressions.")
  private boolean all;

  @Option(names = "--target", description = "The target, where a file is given.")
  private @Nullable String targetName;

  @Option(
      names = "--sanitizer",
      description =
          "Judge with a build of the port with this sanitizer as well: ${COMPLETION-CANDIDATES}."
              + " Needs a nightly Rust.")
  private @Nullable Sanitizer sanitizer;

  @Option(
      names = "--debug",
      description = "Have both sides wait for a debugger, and say how to attach one to each.")
  private boolean debug;

  @Option(
      names = "--emit",
      paramLabel = "LANGUAGE",
      description =
          "Write a regression test for the repository of one side: ${COMPLETION-CANDIDATES}.")
  private EmitTest.@Nullable Language emit;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where `--emit` writes to (default: stdout).")
  private @Nullable Path out;

  ReproCommand(Console console, Clock clock) {
    this.console = console;
    this.clock = clock;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (out != null && emit == null) {
      throw new UsageException("`--out` is for the test that `--emit` writes", "add `--emit rust`");
    }
    if (emit != null && (all || debug || sanitizer != null || workspace.json())) {
      throw new UsageException(
          "`--emit` writes one test and does nothing else",
          "leave `--all`, `--debug`, `--sanitizer` and `--json` out");
    }
    if (all) {
      return new ReproAll(workspace, console, clock, true).run(Findings.of(workspace, what)).code();
    }
    if (what == null) {
      throw new UsageException("what is to be replayed?", "give an id or a file, or `--all`");
    }
    List<Finding> several =
        workspace.findings().idsBeginningWith(what).isEmpty() ? Subject.several(what) : List.of();
    if (several.size() > 1) {
      if (emit != null) {
        throw new UsageException(
            "`" + what + "` holds " + several.size() + " findings", "`--emit` takes one");
      }
      return new ReproAll(workspace, console, clock, false).run(several).code();
    }
    Subject subject =
        several.isEmpty()
            ? Subject.find(what, targetName, workspace.findings())
            : Subject.of(several.getFirst());
    if (emit != null) {
      new EmitTest(workspace, console).run(subject, emit, Optional.ofNullable(out));
      return ExitCode.AGREE.code();
    }
    Target target = workspace.target(subject.target());
    BuiltTarget built = workspace.build(target, builds(), console);
    Subject shown =
        subject.finding().isPresent()
            ? Subject.of(placing(target, built).now(subject.finding().get()))
            : subject;
    if (debug) {
      new DebugSession(console, Interrupt.install())
          .run(target, built, asked(shown, target, built), shown.finding());
      return ExitCode.AGREE.code();
    }
    try (Judge judge = Judge.load(target, built)) {
      return replay(shown, target, built, judge);
    }
  }

  /** What a debugger shall see: in a round trip the reading, if that is where the sides part. */
  private static Case asked(Subject subject, Target target, BuiltTarget built) {
    Case replay = subject.replay();
    String path = subject.finding().map(Finding::path).orElse("$");
    if (Way.of(path).isEmpty()) {
      return replay;
    }
    Build build = built.ports().containsKey(Build.FUZZ) ? Build.FUZZ : Build.RELEASE;
    try (Judge judge = Judge.load(target, built)) {
      return replay.with(judge.askedAt(path, replay.input(), build));
    }
  }

  private Placing placing(Target target, BuiltTarget built) {
    return new Placing(target, built, workspace.findings(), console::note);
  }

  private Set<Build> builds() {
    Set<Build> builds = EnumSet.copyOf(Build.USUAL);
    if (sanitizer != null) {
      builds.add(sanitizer.build());
    }
    return builds;
  }

  private int replay(Subject subject, Target target, BuiltTarget built, Judge judge) {
    Map<Build, Verdict> verdicts = judge.confirm(subject.replay());
    Map<Build, Verdict> bare =
        verdicts.values().stream().anyMatch(Verdict.Accepted.class::isInstance)
            ? judge.confirmUnaccepting(subject.replay())
            : Map.of();
    // Whoever asks for a sanitizer wants to know what it says.
    Optional<Build> diverging =
        verdicts.keySet().stream()
            .filter(build -> verdicts.get(build) instanceof Verdict.Divergence)
            .min(
                Comparator.comparing((Build build) -> Build.USUAL.contains(build))
                    .thenComparing(build -> build));
    Pair.Outcomes outcomes = judge.explain(subject.replay(), diverging.orElse(Build.RELEASE));
    List<String> program = judge.structure().readable(subject.replay().input());
    if (workspace.json()) {
      console.json(report(subject, target, built, verdicts, bare, outcomes, program));
    } else {
      if (subject.finding().isEmpty()) {
        console.result(ReproText.program(program));
      }
      console.result(text(subject, verdicts, bare, diverging, outcomes));
    }
    return (diverging.isPresent() ? ExitCode.DIVERGENCE : ExitCode.AGREE).code();
  }

  private String text(
      Subject subject,
      Map<Build, Verdict> verdicts,
      Map<Build, Verdict> bare,
      Optional<Build> diverging,
      Pair.Outcomes outcomes) {
    StringBuilder text = new StringBuilder();
    subject
        .finding()
        .ifPresent(finding ->
            text.append(
                    FindingText.of(
                        finding,
                        state(finding, verdicts),
                        folder(finding),
                        workspace.replay(finding.id())))
                .append('\n'));
    text.append(ReproText.verdicts(verdicts));
    if (diverging.isPresent()
        && verdicts.get(diverging.get()) instanceof Verdict.Divergence divergence) {
      text.append('\n').append(ReproText.differences(divergence));
      text.append('\n').append(ReproText.answers(outcomes.original(), outcomes.port()));
    } else {
      bare.values().stream()
          .filter(Verdict.Divergence.class::isInstance)
          .findFirst()
          .ifPresent(verdict ->
              text.append('\n').append(ReproText.differences((Verdict.Divergence) verdict)));
    }
    return text.toString();
  }

  /** Whether a finding still shows, shows as something else, is accepted, or is gone. */
  private static String state(Finding finding, Map<Build, Verdict> verdicts) {
    boolean any = false;
    for (Verdict verdict : verdicts.values()) {
      if (verdict instanceof Verdict.Divergence(var differences, int _)) {
        any = true;
        if (differences.stream().anyMatch(finding::isShownBy)) {
          return "reproduced";
        }
      }
    }
    if (any) {
      return "diverges, but differently now";
    }
    return verdicts.values().stream().anyMatch(Verdict.Accepted.class::isInstance)
        ? "accepted"
        : "no longer diverges";
  }

  private Optional<Path> folder(Finding finding) {
    return workspace.findings().has(finding.id())
        ? Optional.of(Workspace.shown(workspace.findings().folderOf(finding.id())))
        : Optional.empty();
  }

  private static ReproReport report(
      Subject subject,
      Target target,
      BuiltTarget built,
      Map<Build, Verdict> verdicts,
      Map<Build, Verdict> bare,
      Pair.Outcomes outcomes,
      List<String> program) {
    Map<String, BuildVerdict> byBuild = new LinkedHashMap<>();
    verdicts.forEach((build, verdict) ->
        byBuild.put(
            build.word(),
            BuildVerdict.of(
                verdict, verdict instanceof Verdict.Accepted ? bare.get(build) : null)));
    return new ReproReport(
        ReproReport.FORMAT,
        "repro",
        target.name(),
        subject.finding().map(Finding::id).orElse(null),
        verdicts.values().stream().anyMatch(Verdict.Divergence.class::isInstance),
        subject.replay().input().length,
        byBuild,
        OutcomeText.full(outcomes.original()),
        OutcomeText.full(outcomes.port()),
        Workspace.environment(target, built),
        subject.finding().map(Finding::originalPlace).orElse(null),
        subject.finding().map(Finding::portPlace).orElse(null),
        program);
  }
}
