package dev.lockstep.doctor;

import dev.lockstep.Build;
import dev.lockstep.build.BuiltTarget;
import dev.lockstep.build.TargetBuild;
import dev.lockstep.engine.EngineOrders.Task;
import dev.lockstep.files.InputFiles;
import dev.lockstep.files.SafeFiles;
import dev.lockstep.finding.Filing;
import dev.lockstep.finding.Finding.Environment;
import dev.lockstep.finding.FindingStore;
import dev.lockstep.judge.Judge;
import dev.lockstep.pair.OriginalLoadException;
import dev.lockstep.port.PortLoadException;
import dev.lockstep.supervise.FuzzRun;
import dev.lockstep.supervise.RunCounts;
import dev.lockstep.target.BrokenBaselineException;
import dev.lockstep.target.Target;
import dev.lockstep.target.Versions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Whether one libFuzzer is guided by the coverage of both sides.
 *
 * <p>Fuzzes a pair of the zoo for some seconds: its original has a branch behind {@code JAVA} that
 * the port has not, its port one behind {@code RUST} that the original has not. Inputs that begin
 * with the first letters of both words are kept in the corpus only by a fuzzer that sees into both.
 */
public final class SeamCheck {
  private static final String ORIGINAL = "HiddenBranch";
  private static final String PORT = "hidden_branch";
  private static final double SECONDS_MAX = 15;
  private static final byte[] LED_BY_ORIGINAL = {'J', 'A'};
  private static final byte[] LED_BY_PORT = {'R', 'U'};

  private final Path root;
  private final Consumer<String> progress;
  private final BooleanSupplier stop;
  private final Clock clock;

  /**
   * Prepares the check.
   *
   * @param root Lockstep's own folder
   * @param progress takes each line of the builds
   * @param stop asked twice a second
   */
  public SeamCheck(Path root, Consumer<String> progress, BooleanSupplier stop, Clock clock) {
    this.root = root;
    this.progress = progress;
    this.stop = stop;
    this.clock = clock;
  }

  Check run() throws InterruptedException {
    try {
      Path folder = Files.createTempDirectory("lockstep-doctor-");
      try {
        return run(folder);
      } finally {
        SafeFiles.removeFolder(folder);
      }
    } catch (BrokenBaselineException | PortLoadException | OriginalLoadException e) {
      return Check.missing("seam", String.valueOf(e.getMessage()), "mend that, and run this again");
    } catch (IOException e) {
      return Check.missing("seam", "not tried: " + e, "see to it, and run this again");
    }
  }

  private Check run(Path folder) throws IOException, InterruptedException {
    Target target = ZooPair.in(folder, root, ORIGINAL, PORT);
    BuiltTarget built = new TargetBuild(root, progress).build(target, EnumSet.of(Build.FUZZ));
    Versions versions = Versions.of(target);
    Environment environment =
        new Environment(
            Versions.jdk(),
            built.rustc(),
            versions.original(),
            versions.port(),
            Versions.lockstep());
    FuzzRun.Plan plan = new FuzzRun.Plan(Task.COVERAGE, SECONDS_MAX, 1, 1, true, false);
    try (Judge judge = Judge.load(target, built)) {
      Filing filing =
          new Filing(target.name(), judge, new FindingStore(folder), environment, clock);
      FuzzRun.Result result =
          new FuzzRun(target, built, filing, plan, folder, clock)
              .run(() -> stop.getAsBoolean() || isLedByBoth(target.grown()), _ -> {});
      return check(result.counts(), isLedByBoth(target.grown()));
    }
  }

  private static Check check(RunCounts counts, boolean ledByBoth) {
    String found =
        String.format(
            Locale.ROOT,
            "libFuzzer saw %d edges of the original and %d of the port in %,d executions",
            counts.coverageOriginal(),
            counts.coveragePort(),
            counts.executions());
    if (ledByBoth) {
      return Check.ok("seam", found + ", and followed both");
    }
    return Check.missing(
        "seam",
        found + ", and did not follow both",
        "please report it: this JDK, Jazzer and Rust do not go together");
  }

  private static boolean isLedByBoth(Path grown) {
    try {
      boolean byOriginal = false;
      boolean byPort = false;
      for (Path file : InputFiles.below(grown)) {
        byte[] input = Files.readAllBytes(file);
        byOriginal |= begins(input, LED_BY_ORIGINAL);
        byPort |= begins(input, LED_BY_PORT);
      }
      return byOriginal && byPort;
    } catch (IOException e) {
      return false; // taken away by the fuzzer that found a shorter one: the next look will tell
    }
  }

  private static boolean begins(byte[] input, byte[] start) {
    for (int i = 0; i < start.length; i++) {
      if (i >= input.length || input[i] != start[i]) {
        return false;
      }
    }
    return true;
  }
}
