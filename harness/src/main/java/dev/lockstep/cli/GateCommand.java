package dev.lockstep.cli;

import dev.lockstep.gate.Gate;
import dev.lockstep.gate.GatePlan;
import dev.lockstep.gate.GateResult;
import dev.lockstep.gate.Git;
import dev.lockstep.target.TargetCatalog;
import dev.lockstep.target.UsageException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gate}: the check before a merge. */
@Command(
    name = "gate",
    description = "Check before a merge: replay, fuzz, prove that it sees; fail for what is new.",
    mixinStandardHelpOptions = true)
final class GateCommand implements Callable<Integer> {
  /** Outside of git, runs are repeatable all the same. */
  private static final long SEED_WITHOUT_COMMIT = 1;

  private static final int SEED_DIGITS = 15;
  private static final int HEXADECIMAL = 16;
  private static final double MILLIS = 1e3;

  private final Console console;
  private final Clock clock;
  @Mixin private Workspace workspace = new Workspace();
  @Mixin private GateOptions outputs = new GateOptions();

  @Parameters(arity = "0..*", paramLabel = "TARGET", description = "The targets (default: all).")
  private List<String> names = new ArrayList<>();

  @Option(
      names = "--time",
      description =
          "How long to fuzz each target: `90`, `5s`, `5m` (default: 5s, and of more than twelve"
              + " targets each its share of a minute).",
      converter = DurationText.class)
  private @Nullable Duration time;

  @Option(
      names = "--time-max",
      description =
          "How long all may take; what is not done by then is listed (default: ${DEFAULT-VALUE}).",
      defaultValue = "30m",
      converter = DurationText.class)
  private Duration timeMax = Duration.ofMinutes(30);

  @Option(names = "--seed", description = "Of all randomness (default: from the commit).")
  private @Nullable Long seed;

  @Option(
      names = "--changed-since",
      paramLabel = "REF",
      description =
          "Look only at targets that the change since REF touches, and let pass what its base shows"
              + " as well.")
  private @Nullable String changedSince;

  @Option(
      names = "--port",
      paramLabel = "NAME=PATH",
      description = "Take a target's port from another checkout.")
  private Map<String, Path> ports = new LinkedHashMap<>();

  GateCommand(Console console, Clock clock) {
    this.console = console;
    this.clock = clock;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    TargetCatalog catalog = workspace.catalog();
    List<String> chosen = names.isEmpty() ? catalog.names() : known(catalog);
    if (chosen.isEmpty()) {
      console.note("error: there is no target in `" + catalog.folder() + "`");
    }
    for (String name : ports.keySet()) {
      catalog.find(name);
    }
    Optional<Git> git = Git.around(catalog.folder());
    GatePlan plan = new GatePlan("gate", seconds(), seed(git), base(git, catalog), ports, false);
    GateResult result =
        new Gate(catalog, workspace.workshop(git, console, clock), plan)
            .run(chosen, stop(), console::progress);
    return outputs.publish(result, workspace.json(), console, System.getenv()).code();
  }

  private OptionalDouble seconds() {
    return time == null ? OptionalDouble.empty() : OptionalDouble.of(time.toMillis() / MILLIS);
  }

  private Optional<GateResult.Base> base(Optional<Git> git, TargetCatalog catalog) {
    if (changedSince == null) {
      return Optional.empty();
    }
    Git tree =
        git.orElseThrow(() ->
            new UsageException(
                "`" + catalog.folder() + "` is not in a working tree of git",
                "leave `--changed-since` out"));
    return Optional.of(new GateResult.Base(changedSince, tree.mergeBase(changedSince)));
  }

  /** What was asked for by name has to be there. */
  private List<String> known(TargetCatalog catalog) {
    List<String> there = catalog.names();
    for (String name : names) {
      if (!there.contains(name)) {
        catalog.find(name);
      }
    }
    return names.stream().distinct().toList();
  }

  private BooleanSupplier stop() {
    Interrupt interrupt = Interrupt.install();
    long end = System.nanoTime() + timeMax.toNanos();
    return () -> interrupt.requested() || System.nanoTime() - end > 0;
  }

  private long seed(Optional<Git> git) {
    if (seed != null) {
      return seed;
    }
    return git.flatMap(Git::head)
        .map(commit -> Long.parseLong(commit.substring(0, SEED_DIGITS), HEXADECIMAL))
        .orElse(SEED_WITHOUT_COMMIT);
  }
}
