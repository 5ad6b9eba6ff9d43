package dev.lockstep.cli;

import dev.lockstep.Build;
import dev.lockstep.bench.SpeedResult;
import dev.lockstep.build.BuiltTarget;
import dev.lockstep.engine.BenchResult;
import dev.lockstep.files.InputFiles;
import dev.lockstep.report.BenchReport;
import dev.lockstep.report.BenchReport.Fuzzing;
import dev.lockstep.report.BenchReport.Recorder;
import dev.lockstep.report.BenchReport.Shipped;
import dev.lockstep.report.BenchReport.Worker;
import dev.lockstep.report.BenchText;
import dev.lockstep.supervise.BenchEngine;
import dev.lockstep.supervise.SpeedProcess;
import dev.lockstep.target.Target;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bench}: what the pair costs against each side alone, and how fast the port is. */
@Command(
    name = "bench",
    description =
        "Measure what the pair costs against each side alone, and the port's speed against the"
            + " original's, over the corpus.",
    mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {
  private static final double PAIR_SHARE = 0.5;
  private static final double ENGINE_SHARE = 0.1;

  /** Both sides as they ship: fewer things to measure. */
  private static final double SHIPPED_SHARE = 0.4;

  private static final double NANOS = 1e9;
  private static final double MILLIS = 1e3;

  private final Console console;
  private final Clock clock;
  @Mixin private Workspace workspace = new Workspace();

  @Parameters(paramLabel = "TARGET", description = "The target to measure.")
  private String name = "";

  @Option(
      names = "--time",
      description = "How long to measure: `90`, `60s`, `5m` (default: ${DEFAULT-VALUE}).",
      defaultValue = "30s",
      converter = DurationText.class)
  private Duration time = Duration.ofSeconds(30);

  BenchCommand(Console console, Clock clock) {
    this.console = console;
    this.clock = clock;
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
    double seconds = time.toMillis() / MILLIS;
    long start = System.nanoTime();
    console.progress("bench " + name + ": both sides under instrumentation …");
    BenchEngine engine = new BenchEngine(target, built, workspace.reports(), clock);
    Optional<BenchResult> fuzzing = engine.run(seconds * PAIR_SHARE, interrupt::requested);
    OptionalDouble rate =
        fuzzing.isEmpty()
            ? OptionalDouble.empty()
            : engine.fuzz(seconds * ENGINE_SHARE, interrupt::requested);
    console.progress("bench " + name + ": both sides as they ship …");
    Optional<SpeedResult> shipped =
        rate.isEmpty()
            ? Optional.empty()
            : new SpeedProcess(target, built, workspace.reports(), clock)
                .run(seconds * SHIPPED_SHARE, interrupt::requested);
    if (fuzzing.isEmpty() || rate.isEmpty() || shipped.isEmpty()) {
      console.note("error: ended before everything was measured");
      return ExitCode.OUT_OF_TIME.code();
    }
    BenchReport report =
        report(
            target,
            built,
            (System.nanoTime() - start) / NANOS,
            fuzzing.get(),
            rate.getAsDouble(),
            shipped.get());
    if (workspace.json()) {
      console.json(report);
    } else {
      console.result(BenchText.of(report));
    }
    return ExitCode.AGREE.code();
  }

  private static List<byte[]> inputs(Target target) throws IOException {
    return InputFiles.read(
        List.of(target.seeds(), target.regressions(), target.grown()),
        BenchResult.INPUTS_MAX,
        target.settings().limits().inputBytesMax());
  }

  private static BenchReport report(
      Target target,
      BuiltTarget built,
      double seconds,
      BenchResult fuzzing,
      double engineRate,
      SpeedResult shipped) {
    return new BenchReport(
        BenchReport.FORMAT,
        "bench",
        target.name(),
        Math.round(seconds * 10) / 10.0,
        shipped.inputs(),
        Fuzzing.ofNanos(
            fuzzing.originalNanos(),
            fuzzing.portNanos(),
            fuzzing.pairNanos(),
            fuzzing.isolatedNanos(),
            fuzzing.rounds()),
        BenchReport.ratio(fuzzing.overheadRatio()),
        BenchReport.ratio(fuzzing.recorderOverheadRatio()),
        Recorder.of(fuzzing.recorderNanos(), engineRate),
        BenchReport.ratio(fuzzing.isolationRatio()),
        Shipped.ofNanos(shipped.originalNanos(), shipped.portNanos(), shipped.rounds()),
        BenchReport.ratio(shipped.speedRatio()),
        Worker.ofNanos(
            shipped.tripNanos(),
            shipped.tripOwnNanos(),
            shipped.emptyTripNanos(),
            shipped.emptyTripOwnNanos()),
        Workspace.environment(target, built));
  }
}
