package dev.lockstep.cli;

import dev.lockstep.Build;
import dev.lockstep.build.BuiltTarget;
import dev.lockstep.finding.Filing;
import dev.lockstep.finding.Filing.Filed;
import dev.lockstep.finding.Finding;
import dev.lockstep.finding.FindingStore;
import dev.lockstep.finding.Placing;
import dev.lockstep.finding.Revisited;
import dev.lockstep.judge.Judge;
import dev.lockstep.report.FindingText;
import dev.lockstep.report.RunReport;
import dev.lockstep.target.Target;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code shrink}: makes a finding's input smaller, pinned to the same divergence. */
@Command(
    name = "shrink",
    description = "Shrink a finding further, pinned to the same divergence.",
    mixinStandardHelpOptions = true)
final class ShrinkCommand implements Callable<Integer> {
  private final Console console;
  private final Clock clock;
  @Mixin private Workspace workspace = new Workspace();

  @Parameters(paramLabel = "ID", description = "A finding's id or unique prefix.")
  private String id = "";

  @Option(
      names = "--time",
      description = "How long at most (default: ${DEFAULT-VALUE}).",
      defaultValue = "30s",
      converter = DurationText.class)
  private Duration time = Duration.ofSeconds(30);

  ShrinkCommand(Console console, Clock clock) {
    this.console = console;
    this.clock = clock;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    FindingStore store = workspace.findings();
    Finding before = Subject.finding(id, store);
    Target target = workspace.target(before.target());
    BuiltTarget built = workspace.build(target, Build.USUAL, console);
    Optional<Filed> after;
    Optional<Revisited> now = Optional.empty();
    try (Judge judge = Judge.load(target, built)) {
      Filing filing =
          new Filing(target.name(), judge, store, Workspace.environment(target, built), clock);
      after = filing.shrink(before, time);
      if (after.isEmpty()) {
        now = Optional.of(Revisited.of(before, judge));
      }
    }
    if (now.isPresent()) {
      console.note(whyNot(now.get()));
      return ExitCode.AGREE.code();
    }
    Finding finding = new Placing(target, built, store, console::note).now(after.get().finding());
    if (workspace.json()) {
      console.json(
          RunReport.Entry.of(
              finding,
              after.get().state(),
              Workspace.shown(store.folderOf(finding.id())).toString()));
    } else {
      console.result(
          FindingText.of(
              finding,
              "known",
              Optional.of(Workspace.shown(store.folderOf(finding.id()))),
              workspace.replay(finding.id())));
      console.note(
          finding.inputBytes() < before.inputBytes()
              ? "shrunk from " + before.inputBytes() + " to " + finding.inputBytes() + " bytes"
              : "it was as small as it gets");
    }
    return ExitCode.AGREE.code();
  }

  /** Why a finding is not shrunk: it does not show what it was kept for. */
  private static String whyNot(Revisited revisited) {
    String id = "`" + revisited.finding().id() + "` ";
    return switch (revisited.now()) {
      case ACCEPTED -> id + "is accepted by `" + revisited.detail() + "`, and stays as it is";
      case DIFFERENT ->
          id
              + "diverges in another way now, `"
              + revisited.detail()
              + "`: there is nothing to shrink";
      case UNSURE ->
          id + "cannot be compared, " + revisited.detail() + ": there is nothing to shrink";
      case REPRODUCED -> id + "did not show at first and does now: shrink it once more";
      case GONE -> id + "no longer diverges: there is nothing to shrink";
    };
  }
}
