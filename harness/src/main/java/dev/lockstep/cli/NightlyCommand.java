package dev.lockstep.cli;

import dev.lockstep.gate.Gate;
import dev.lockstep.gate.GatePlan;
import dev.lockstep.gate.GateResult;
import dev.lockstep.gate.Git;
import dev.lockstep.gate.History;
import dev.lockstep.target.TargetCatalog;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code nightly}: every target for its share of the time. */
@Command(
    name = "nightly",
    description =
        "Every target for its share of the time: replay all, look at old findings, fuzz, prune.",
    mixinStandardHelpOptions = true)
final class NightlyCommand implements Callable<Integer> {
  private static final double MILLIS = 1e3;

  private final Console console;
  private final Clock clock;
  @Mixin private Workspace workspace = new Workspace();
  @Mixin private GateOptions outputs = new GateOptions();

  @Option(
      names = "--time",
      description = "How long in all: `90`, `30m`, `8h` (default: ${DEFAULT-VALUE}).",
      defaultValue = "1h",
      converter = DurationText.class)
  private Duration time = Duration.ofHours(1);

  @Option(names = "--seed", description = "Of all randomness (default: from the clock).")
  private @Nullable Long seed;

  NightlyCommand(Console console, Clock clock) {
    this.console = console;
    this.clock = clock;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    TargetCatalog catalog = workspace.catalog();
    List<String> names = catalog.names();
    if (names.isEmpty()) {
      console.note("error: there is no target in `" + catalog.folder() + "`");
    }
    Optional<Git> git = Git.around(catalog.folder());
    GatePlan plan =
        new GatePlan(
            "nightly",
            OptionalDouble.of(time.toMillis() / MILLIS),
            seed == null ? clock.millis() : seed,
            Optional.empty(),
            Map.of(),
            true);
    Interrupt interrupt = Interrupt.install();
    GateResult result =
        new Gate(catalog, workspace.workshop(git, console, clock), plan)
            .run(names, interrupt::requested, console::progress);
    History.append(workspace.reports(), result, clock.instant(), git.flatMap(Git::head));
    return outputs.publish(result, workspace.json(), console, System.getenv()).code();
  }
}
