package dev.lockstep.cli;

import dev.lockstep.bisect.Asked;
import dev.lockstep.bisect.Bisection;
import dev.lockstep.bisect.Commit;
import dev.lockstep.bisect.PortProbe;
import dev.lockstep.build.BuiltTarget;
import dev.lockstep.build.TargetBuild;
import dev.lockstep.finding.Finding;
import dev.lockstep.gate.Git;
import dev.lockstep.gate.OtherPort;
import dev.lockstep.report.BisectText;
import dev.lockstep.target.Target;
import dev.lockstep.target.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bisect}: the commit of a port with which a finding began. */
@Command(
    name = "bisect",
    description = "Find the commit of a port with which a finding began.",
    mixinStandardHelpOptions = true)
final class BisectCommand implements Callable<Integer> {
  private final Console console;
  @Mixin private Workspace workspace = new Workspace();

  @Parameters(
      paramLabel = "ID",
      description = "A finding's id or unique prefix, its folder, or its `finding.json`.")
  private String id = "";

  @Option(
      names = "--port",
      paramLabel = "PATH",
      required = true,
      description =
          "The folder of the port's adapter crate in a checkout of git, or a checkout that holds"
              + " it where this one does.")
  private Path port = Path.of("");

  @Option(
      names = "--good",
      paramLabel = "REF",
      required = true,
      description = "A commit at which the finding does not show.")
  private String good = "";

  @Option(
      names = "--bad",
      paramLabel = "REF",
      required = true,
      description = "A later commit at which it does.")
  private String bad = "";

  BisectCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Finding finding = Subject.finding(id, workspace.findings());
    Target target = workspace.target(finding.target());
    if (!Files.isDirectory(port)) {
      throw new UsageException(
          "there is no folder `" + port + "`", "`--port` takes a checkout of the port");
    }
    Git git =
        Git.around(port)
            .orElseThrow(() ->
                new UsageException(
                    "`" + port + "` is not in a working tree of git",
                    "`--port` takes a checkout of the port"));
    Path checkout =
        Git.around(workspace.catalog().folder())
            .map(Git::tree)
            .orElse(workspace.catalog().folder());
    Path crate = OtherPort.of(target, port.toRealPath(), checkout).crate();
    if (!crate.startsWith(git.tree())) {
      throw new UsageException(
          "`" + crate + "` does not lie in `" + git.tree() + "`",
          "`--port` takes the folder of the port's adapter in the checkout to search");
    }
    TargetBuild builds = new TargetBuild(Workspace.root(), console::note);
    BuiltTarget built = builds.build(target, Set.of());
    Interrupt interrupt = Interrupt.install();
    Bisection.Result result =
        new Bisection(
                git,
                git.tree().relativize(crate),
                workspace.reports(),
                new PortProbe(finding, target, built, builds::ports),
                interrupt::requested,
                this::tell)
            .run(good, bad);
    if (workspace.json()) {
      console.json(
          new Document(
              1,
              "bisect",
              target.name(),
              finding.id(),
              result.asked(),
              result.firstBad().orElse(null),
              result.possible()));
    } else {
      console.result(BisectText.of(finding.id(), result));
    }
    return code(result).code();
  }

  private void tell(Asked asked) {
    if (!workspace.json()) {
      console.result(BisectText.line(asked));
    }
  }

  private static ExitCode code(Bisection.Result result) {
    if (result.firstBad().isPresent()) {
      return ExitCode.AGREE;
    }
    return result.possible().isEmpty() ? ExitCode.OUT_OF_TIME : ExitCode.BROKEN_BASELINE;
  }

  private record Document(
      int format,
      String verb,
      String target,
      String id,
      List<Asked> asked,
      @Nullable Commit firstBad,
      List<Commit> possible) {}
}
