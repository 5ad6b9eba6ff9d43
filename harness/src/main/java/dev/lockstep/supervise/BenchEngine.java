package dev.lockstep.supervise;

import dev.lockstep.build.BuiltTarget;
import dev.lockstep.engine.BenchResult;
import dev.lockstep.engine.EngineMain;
import dev.lockstep.engine.EngineOrders;
import dev.lockstep.engine.EngineOrders.Task;
import dev.lockstep.port.FlightRecorder.Count;
import dev.lockstep.target.BrokenBaselineException;
import dev.lockstep.target.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;

/**
 * Engines that only measure: what the pair costs under instrumentation, and how fast one fuzzes.
 */
public final class BenchEngine {
  private static final String NAME = "engine-1";
  private static final long LOOK_MILLIS = 200;
  private static final double NANOS = 1e9;

  /** Starting takes some time, and so does a last round over a slow corpus. */
  private static final double GRACE_SECONDS = 60;

  private final Target target;
  private final BuiltTarget built;
  private final Path reports;
  private final Clock clock;

  /** Prepares a measurement. */
  public BenchEngine(Target target, BuiltTarget built, Path reports, Clock clock) {
    this.target = target;
    this.built = built;
    this.reports = reports;
    this.clock = clock;
  }

  /**
   * Measures.
   *
   * @param seconds how long, without the start of the engine
   * @param stop asked a few times a second
   * @return empty if it was stopped, or did not get done in time
   * @throws BrokenBaselineException if the engine ends without a result
   * @throws IOException if the folder of the run cannot be written
   */
  public Optional<BenchResult> run(double seconds, BooleanSupplier stop)
      throws IOException, InterruptedException {
    return with(
        Task.BENCH,
        seconds,
        (engine, folder) -> {
          if (!ended(engine, seconds + GRACE_SECONDS, stop)) {
            return Optional.empty();
          }
          if (engine.exitCode() == EngineMain.EXIT_UNWRITABLE) {
            throw folder.unwritable(engine.lastWords());
          }
          Path result = folder.path().resolve(BenchResult.FILE);
          if (!Files.isRegularFile(result)) {
            throw broken(engine);
          }
          return Optional.of(BenchResult.read(result));
        });
  }

  /**
   * Fuzzes from the target's seeds, with a corpus of its own.
   *
   * @param seconds how long, without the start of the engine
   * @param stop asked a few times a second
   * @return executions a second, all that libFuzzer does between them included; empty if it was
   *     stopped, or did not begin in time
   * @throws BrokenBaselineException if the engine ends by itself
   * @throws IOException if the folder of the run cannot be written
   */
  public OptionalDouble fuzz(double seconds, BooleanSupplier stop)
      throws IOException, InterruptedException {
    return with(
        Task.COVERAGE,
        seconds,
        (engine, _) -> {
          long deadline = System.nanoTime() + (long) (GRACE_SECONDS * NANOS);
          while (engine.count(Count.FIRST_NANOS) == 0) {
            if (System.nanoTime() > deadline || ended(engine, 0, stop)) {
              return OptionalDouble.empty();
            }
            Thread.sleep(LOOK_MILLIS);
          }
          long start = System.nanoTime();
          long before = engine.count(Count.EXECUTIONS);
          if (ended(engine, seconds, stop)) {
            throw broken(engine);
          }
          return stop.getAsBoolean()
              ? OptionalDouble.empty()
              : OptionalDouble.of(
                  (engine.count(Count.EXECUTIONS) - before)
                      / ((System.nanoTime() - start) / NANOS));
        });
  }

  private <T> T with(Task task, double seconds, Measurement<T> measurement)
      throws IOException, InterruptedException {
    RunFolder folder = RunFolder.create(reports, target.name(), clock);
    try {
      EngineProcess engine = start(folder, task, seconds);
      try {
        return measurement.take(engine, folder);
      } finally {
        engine.stop();
      }
    } finally {
      folder.delete();
    }
  }

  private EngineProcess start(RunFolder folder, Task task, double seconds) throws IOException {
    EngineOrders orders =
        new EngineOrders(
            target.name(),
            target.file().toAbsolutePath(),
            built.fuzzLibrary().toAbsolutePath(),
            task,
            seconds,
            1,
            true,
            false,
            folder.path().resolve(NAME + ".recorder").toAbsolutePath(),
            folder.divergences().toAbsolutePath(),
            grown(folder, task).toAbsolutePath(),
            List.of(target.seeds().toAbsolutePath(), target.regressions().toAbsolutePath()),
            built.worker().toAbsolutePath(),
            false,
            List.of(),
            false);
    return EngineProcess.start(
        built.originalClassPath(),
        target.settings().limits().memoryMibMax(),
        orders,
        new HangWatch(target.settings().limits().timeMax()),
        folder.path().toAbsolutePath(),
        NAME);
  }

  /**
   * What is measured is read from the corpus; what is only fuzzed for its speed adds nothing to it.
   */
  private Path grown(RunFolder folder, Task task) {
    return task == Task.BENCH ? target.grown() : folder.path().resolve("grown");
  }

  /** Waits for the end; false if it did not come. */
  private static boolean ended(EngineProcess engine, double secondsMax, BooleanSupplier stop)
      throws InterruptedException {
    long start = System.nanoTime();
    while (!stop.getAsBoolean() && (System.nanoTime() - start) / NANOS < secondsMax) {
      if (engine.waitFor(LOOK_MILLIS)) {
        return true;
      }
    }
    return false;
  }

  private BrokenBaselineException broken(EngineProcess engine) throws InterruptedException {
    return new BrokenBaselineException(
        "the engine for `"
            + target.name()
            + "` ended with exit code "
            + engine.exitCode()
            + " before it had measured anything; its last words:\n\n"
            + engine.lastWords().indent(2).stripTrailing(),
        "run `./lockstep doctor`");
  }

  /** What to do with an engine that was started; it is ended afterwards. */
  @FunctionalInterface
  private interface Measurement<T> {
    T take(EngineProcess engine, RunFolder folder) throws IOException, InterruptedException;
  }
}
