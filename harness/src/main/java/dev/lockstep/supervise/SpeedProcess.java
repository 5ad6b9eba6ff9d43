package dev.lockstep.supervise;

import dev.lockstep.bench.SpeedMain;
import dev.lockstep.bench.SpeedOrders;
import dev.lockstep.bench.SpeedResult;
import dev.lockstep.build.BuiltTarget;
import dev.lockstep.engine.BenchResult;
import dev.lockstep.files.ClassPaths;
import dev.lockstep.target.BrokenBaselineException;
import dev.lockstep.target.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** A JVM of its own that only measures both sides as they ship. */
public final class SpeedProcess {
  private static final String NAME = "speed";
  private static final int LOG_LINES = 15;
  private static final long LOOK_MILLIS = 200;
  private static final double NANOS = 1e9;

  /** Starting takes some time, and so does a last round over a slow corpus. */
  private static final double GRACE_SECONDS = 60;

  private final Target target;
  private final BuiltTarget built;
  private final Path reports;
  private final Clock clock;

  /** Prepares a measurement. */
  public SpeedProcess(Target target, BuiltTarget built, Path reports, Clock clock) {
    this.target = target;
    this.built = built;
    this.reports = reports;
    this.clock = clock;
  }

  /**
   * Measures.
   *
   * @param seconds how long, without the start of the process
   * @param stop asked a few times a second
   * @return empty if it was stopped, or did not get done in time
   * @throws BrokenBaselineException if the process ends without a result
   * @throws IOException if the folder of the run cannot be written
   */
  public Optional<SpeedResult> run(double seconds, BooleanSupplier stop)
      throws IOException, InterruptedException {
    RunFolder folder = RunFolder.create(reports, target.name(), clock);
    try {
      Path place = folder.path().toAbsolutePath();
      Path result = place.resolve(NAME + "-result.json");
      Path ordersFile = place.resolve(NAME + ".json");
      orders(seconds, result).write(ordersFile);
      Process process =
          new ProcessBuilder(command(ordersFile))
              .directory(place.toFile())
              .redirectErrorStream(true)
              .start();
      OutputTail output = new OutputTail(process.getInputStream(), "speed-output");
      try {
        if (!ended(process, seconds + GRACE_SECONDS, stop)) {
          return Optional.empty();
        }
      } finally {
        process.destroyForcibly().waitFor();
      }
      if (!Files.isRegularFile(result)) {
        output.awaitRest();
        throw broken(process.exitValue(), output.lastLines(LOG_LINES));
      }
      return Optional.of(SpeedResult.read(result));
    } finally {
      folder.delete();
    }
  }

  private SpeedOrders orders(double seconds, Path result) {
    return new SpeedOrders(
        target.file().toAbsolutePath(),
        built.releaseLibrary().toAbsolutePath(),
        built.worker().toAbsolutePath(),
        Stream.of(target.seeds(), target.regressions(), target.grown())
            .map(Path::toAbsolutePath)
            .toList(),
        BenchResult.INPUTS_MAX,
        seconds,
        result);
  }

  private List<String> command(Path ordersFile) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--sun-misc-unsafe-memory-access=allow");
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-XX:+UseSerialGC");
    command.add("-Xmx" + target.settings().limits().memoryMibMax() + "m");
    command.add("-XX:ErrorFile=/dev/null");
    command.add("-XX:-CreateCoredumpOnCrash");
    command.add("-cp");
    command.add(ClassPaths.withOwn(built.originalClassPath()));
    command.add(SpeedMain.class.getName());
    command.add(ordersFile.toString());
    return command;
  }

  /** Waits for the end; false if it did not come. */
  private static boolean ended(Process process, double secondsMax, BooleanSupplier stop)
      throws InterruptedException {
    long start = System.nanoTime();
    while (!stop.getAsBoolean() && (System.nanoTime() - start) / NANOS < secondsMax) {
      if (process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
        return true;
      }
    }
    return false;
  }

  private BrokenBaselineException broken(int exitCode, String lastWords) {
    return new BrokenBaselineException(
        "the process that measures `"
            + target.name()
            + "` as it ships ended with exit code "
            + exitCode
            + "; its last words:\n\n"
            + lastWords.indent(2).stripTrailing(),
        "an input may end a side: `./lockstep compare "
            + target.name()
            + " "
            + target.corpora()
            + "` says which");
  }
}
