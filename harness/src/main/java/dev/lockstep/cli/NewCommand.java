package dev.lockstep.cli;

import dev.lockstep.Build;
import dev.lockstep.build.BuiltTarget;
import dev.lockstep.build.Libraries;
import dev.lockstep.files.SafeFiles;
import dev.lockstep.gate.CanaryCheck;
import dev.lockstep.gate.Planted;
import dev.lockstep.judge.Judge;
import dev.lockstep.scaffold.OriginalSource;
import dev.lockstep.scaffold.OwnBuild;
import dev.lockstep.scaffold.Plan;
import dev.lockstep.scaffold.PortSource;
import dev.lockstep.scaffold.Scaffold;
import dev.lockstep.target.BrokenBaselineException;
import dev.lockstep.target.Target;
import dev.lockstep.target.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code new}: makes a target that builds and runs at once. */
@Command(
    name = "new",
    description = "Make a target that builds, runs and catches a planted divergence at once.",
    mixinStandardHelpOptions = true)
final class NewCommand implements Callable<Integer> {
  private final Console console;
  private final Clock clock;
  @Mixin private Workspace workspace = new Workspace();

  @Parameters(paramLabel = "NAME", description = "The target's name: a-z, 0-9, `-`, `_`.")
  private String name = "";

  @Option(
      names = "--original",
      paramLabel = "WHERE",
      required = true,
      description =
          "The original: group:artifact:version, a jar, the folder of a Maven project, or a class of"
              + " the JDK.")
  private String original = "";

  @Option(
      names = "--port",
      paramLabel = "WHERE",
      required = true,
      description =
          "The port: a crate (NAME or NAME@VERSION), a crate's folder, a git repository's URL"
              + " (URL#REVISION), or `std`.")
  private String port = "";

  @Option(
      names = "--package",
      paramLabel = "PACKAGE",
      description = "The package of the Java side (default: after the target).")
  private @Nullable String packageName;

  NewCommand(Console console, Clock clock) {
    this.console = console;
    this.clock = clock;
  }

  @Override
  public Integer call() throws IOException {
    Path folder = workspace.targetsFolder();
    boolean inside = folder.equals(Workspace.root().resolve("targets"));
    Plan plan =
        new Plan(
            name,
            packageName == null ? Plan.packageOf(name, inside) : packageName,
            OriginalSource.parse(original),
            PortSource.parse(port),
            inside,
            Workspace.root());
    Path home = folder.resolve(name);
    if (Files.exists(home)) {
      throw new UsageException(
          "there is a `" + Workspace.shown(home) + "` already", "take another name, or remove it");
    }
    Scaffold scaffold = new Scaffold(plan);
    write(plan, scaffold, home);
    Target target = workspace.target(name);
    if (!Files.exists(target.corpora().resolve("seeds"))) {
      scaffold.writeSeed(target.corpora());
    }
    BuiltTarget built = workspace.build(target, Build.USUAL, console);
    List<String> patterns = scaffold.instrument(home, built.originalClassPath());
    Planted planted = caught(workspace.target(name), built);
    say(home, target, patterns, planted);
    return ExitCode.AGREE.code();
  }

  /** All or nothing: what is not finished can be made again under the same name. */
  private void write(Plan plan, Scaffold scaffold, Path home) throws IOException {
    Libraries libraries = new Libraries(console::note);
    Path unfinished = home.resolveSibling(name + SafeFiles.TEMPORARY_SUFFIX);
    SafeFiles.removeFolder(unfinished);
    try {
      scaffold.write(unfinished);
      List<String> crate = plan.port().cargoAddArguments();
      if (!crate.isEmpty()) {
        libraries.addCrate(unfinished.resolve("port"), crate);
      }
      if (plan.original() instanceof OriginalSource.Project project) {
        libraries.install(project.folder());
      }
      Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      SafeFiles.removeFolder(unfinished);
    }
    if (plan.insideLockstep()) {
      OwnBuild.addModule(Workspace.root(), name);
    }
  }

  private Planted caught(Target target, BuiltTarget built) throws IOException {
    try (Judge judge = Judge.load(target, built)) {
      return new CanaryCheck(target, built, Workspace.environment(target, built), clock)
          .check(judge, workspace.reports().resolve("new." + name));
    } catch (CanaryCheck.Uncaught e) {
      throw new BrokenBaselineException(
          "a divergence that was planted in the new target was not caught: " + e.getMessage(),
          "this is a fault of Lockstep's own; please report it");
    }
  }

  private void say(Path home, Target target, List<String> patterns, Planted planted) {
    String more =
        home.startsWith(Workspace.root())
            ? ""
            : " --targets " + Workspace.shown(workspace.targetsFolder());
    if (workspace.json()) {
      console.json(
          new Document(1, "new", name, Workspace.shown(home).toString(), patterns, planted.path()));
      return;
    }
    console.result(
        """
        %s builds and runs; a planted divergence at %s was caught

        now say what is to be observed, by the same names on both sides:
          %s
          %s
        put real inputs into
          %s
        and look
          ./lockstep compare %s %s%s
          ./lockstep fuzz %s --time 60s%s
        """
            .formatted(
                name,
                planted.path(),
                Workspace.shown(target.project().resolve("src/main/java")) + "/",
                Workspace.shown(target.crate().resolve("src/lib.rs")),
                Workspace.shown(target.corpora().resolve("seeds")) + "/",
                name,
                Workspace.shown(target.corpora().resolve("seeds")),
                more,
                name,
                more));
  }

  private record Document(
      int format,
      String verb,
      String target,
      String folder,
      List<String> instrument,
      String planted) {}
}
