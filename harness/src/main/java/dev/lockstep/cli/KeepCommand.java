package dev.lockstep.cli;

import dev.lockstep.finding.Finding;
import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code keep}: makes a finding's input a regression. */
@Command(
    name = "keep",
    description = "Make a finding's input a regression: it must never diverge again.",
    mixinStandardHelpOptions = true)
final class KeepCommand implements Callable<Integer> {
  private final Console console;
  private final Clock clock;
  @Mixin private Workspace workspace = new Workspace();

  @Parameters(paramLabel = "ID", description = "A finding's id or unique prefix.")
  private String id = "";

  KeepCommand(Console console, Clock clock) {
    this.console = console;
    this.clock = clock;
  }

  @Override
  public Integer call() throws IOException {
    Finding finding = Subject.finding(id, workspace.findings());
    String file = Workspace.shown(new Decisions(workspace, clock).keep(finding)).toString();
    if (workspace.json()) {
      console.json(new Document(1, "keep", finding.target(), finding.id(), file));
    } else {
      console.result("kept " + finding.id() + " as " + file + "\n");
    }
    return ExitCode.AGREE.code();
  }

  private record Document(int format, String verb, String target, String id, String file) {}
}
