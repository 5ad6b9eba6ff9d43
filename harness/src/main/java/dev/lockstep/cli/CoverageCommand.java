package dev.lockstep.cli;

import dev.lockstep.Build;
import dev.lockstep.build.BuiltTarget;
import dev.lockstep.files.InputFiles;
import dev.lockstep.judge.Judge;
import dev.lockstep.place.LineCoverage;
import dev.lockstep.place.OriginalCoverage;
import dev.lockstep.place.PortEdges;
import dev.lockstep.report.CoverageReport;
import dev.lockstep.report.CoverageText;
import dev.lockstep.target.Target;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code coverage}: which lines of both sides the corpus reaches. */
@Command(
    name = "coverage",
    description =
        "Show which share of both sides' lines the corpus reaches, and what it does not reach.",
    mixinStandardHelpOptions = true)
final class CoverageCommand implements Callable<Integer> {
  private final Console console;
  @Mixin private Workspace workspace = new Workspace();

  @Parameters(paramLabel = "TARGET", description = "The target to look at.")
  private String name = "";

  @Option(
      names = "--unreached",
      paramLabel = "N",
      description =
          "List so many unreached functions of each side, the largest first (default:"
              + " ${DEFAULT-VALUE}).",
      defaultValue = "10")
  private int unreached;

  CoverageCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Target target = workspace.target(name);
    List<byte[]> inputs = inputs(target);
    if (inputs.isEmpty()) {
      console.note("error: there is no input in `" + Workspace.shown(target.corpora()) + "`");
      console.note("");
      console.note("hint: add some to its `seeds`, or let `fuzz` grow some");
      return ExitCode.NOTHING_RAN.code();
    }
    BuiltTarget built = workspace.build(target, Build.USUAL, console);
    Interrupt interrupt = Interrupt.install();
    console.progress("coverage " + name + ": the original …");
    LineCoverage original = OriginalCoverage.of(target, built, inputs, interrupt::requested);
    console.progress("coverage " + name + ": the port …");
    LineCoverage port = port(target, built, inputs, interrupt::requested);
    if (interrupt.requested()) {
      console.note("error: ended before all inputs were run");
      return ExitCode.OUT_OF_TIME.code();
    }
    CoverageReport report =
        CoverageReport.of(
            name, inputs.size(), original, port, unreached, Workspace.environment(target, built));
    if (workspace.json()) {
      console.json(report);
    } else {
      console.result(CoverageText.of(report));
    }
    return ExitCode.AGREE.code();
  }

  private static List<byte[]> inputs(Target target) throws IOException {
    return InputFiles.read(
        List.of(target.seeds(), target.regressions(), target.grown()),
        Integer.MAX_VALUE,
        target.settings().limits().inputBytesMax());
  }

  private static LineCoverage port(
      Target target, BuiltTarget built, List<byte[]> inputs, BooleanSupplier stop)
      throws IOException, InterruptedException {
    PortEdges edges = PortEdges.of(target, built);
    BitSet hit = new BitSet();
    List<byte[]> ended = new ArrayList<>();
    try (Judge judge = Judge.load(target, built)) {
      for (byte[] input : inputs) {
        if (stop.getAsBoolean()) {
          break;
        }
        Optional<BitSet> reached = judge.edgesAtOnce(input);
        reached.ifPresentOrElse(hit::or, () -> ended.add(input));
      }
    }
    return edges.coverage(hit, ended.size());
  }
}
