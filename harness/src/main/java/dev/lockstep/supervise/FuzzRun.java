package dev.lockstep.supervise;

import dev.lockstep.Build;
import dev.lockstep.build.BuiltTarget;
import dev.lockstep.engine.EngineMain;
import dev.lockstep.engine.EngineOrders;
import dev.lockstep.engine.EngineOrders.Task;
import dev.lockstep.finding.Filing;
import dev.lockstep.finding.Filing.Filed;
import dev.lockstep.finding.Finding.FoundBy;
import dev.lockstep.port.FlightRecorder;
import dev.lockstep.port.FlightRecorder.Count;
import dev.lockstep.target.BrokenBaselineException;
import dev.lockstep.target.Target;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * A fuzzing run on one target: engines work, what they log is filed as it comes, and an engine that
 * dies is started again from the corpus that it had saved.
 */
public final class FuzzRun {
  private static final long LOOK_MILLIS = 500;
  private static final double NANOS = 1e9;
  private static final Duration SHRINK_TIME = Duration.ofSeconds(5);

  /**
   * An engine gets this much longer than it was told before it is ended: starting takes some of it.
   */
  private static final double GRACE_SECONDS = 20;

  /** What is left to file when the time is over gets this long in all. */
  private static final Duration FILING_TIME_MAX = Duration.ofSeconds(30);

  /** The same for a run that was told to stop: somebody is waiting. */
  private static final Duration FILING_TIME_STOPPED = Duration.ofSeconds(3);

  private final Target target;
  private final BuiltTarget built;
  private final Filing filing;
  private final Plan plan;
  private final Path reports;
  private final Clock clock;
  private final Map<String, Filed> filed = new LinkedHashMap<>();
  private final Map<String, Integer> filedFrom = new HashMap<>();
  private final Set<String> vanished = new HashSet<>();
  private final List<FlightRecorder> past = new ArrayList<>();
  private final long startNanos = System.nanoTime();
  private long firstInputNanos;
  private int started;

  /** Prepares a run. */
  public FuzzRun(
      Target target, BuiltTarget built, Filing filing, Plan plan, Path reports, Clock clock) {
    this.target = target;
    this.built = built;
    this.filing = filing;
    this.plan = plan;
    this.reports = reports;
    this.clock = clock;
  }

  /**
   * Runs to the end of the time, or until told to stop.
   *
   * @param stop asked twice a second
   * @param progress told twice a second
   * @throws BrokenBaselineException if an engine cannot even start
   * @throws IOException if something cannot be written; what was found until then is kept in the
   *     run's folder
   */
  public Result run(BooleanSupplier stop, Consumer<Progress> progress)
      throws IOException, InterruptedException {
    fileInterrupted();
    RunFolder folder = RunFolder.create(reports, target.name(), clock);
    List<EngineProcess> engines = new ArrayList<>();
    try {
      for (int i = 0; i < plan.jobs; i++) {
        engines.add(start(folder, plan.seconds));
      }
      while (!stop.getAsBoolean()
          && !engines.isEmpty()
          && sinceStart() < plan.seconds + GRACE_SECONDS) {
        noteFirstInput(engines);
        reapDead(engines, folder);
        if (!fileNext(folder)) {
          Thread.sleep(LOOK_MILLIS);
        }
        progress.accept(progressOf(engines));
      }
    } finally {
      for (EngineProcess engine : engines) {
        engine.stop();
        engine.recorder().ifPresent(past::add);
      }
    }
    double seconds = fuzzing();
    fileTheRest(folder, stop.getAsBoolean() ? FILING_TIME_STOPPED : FILING_TIME_MAX);
    RunCounts counts = RunCounts.of(past);
    folder.delete();
    return new Result(
        seconds, counts, List.copyOf(filed.values()), started - plan.jobs, vanished.size());
  }

  private EngineProcess start(RunFolder folder, double seconds) throws IOException {
    started++;
    EngineOrders orders =
        new EngineOrders(
            target.name(),
            target.file().toAbsolutePath(),
            built.fuzzLibrary().toAbsolutePath(),
            // The second job and all that are started again fuzz: the properties were the first
            // one's.
            started == 1 || plan.task == Task.PROPERTY ? plan.task : Task.COVERAGE,
            seconds,
            plan.seed + started - 1,
            plan.portCoverage,
            // Of several engines every second one looks closer and slower: together they find more.
            started % 2 == 0,
            folder.path().resolve("engine-" + started + ".recorder").toAbsolutePath(),
            folder.divergences().toAbsolutePath(),
            target.grown().toAbsolutePath(),
            List.of(target.seeds().toAbsolutePath(), target.regressions().toAbsolutePath()));
    return EngineProcess.start(
        built.originalClassPath(),
        target.settings().limits().memoryMibMax(),
        orders,
        folder.path().toAbsolutePath(),
        "engine-" + started);
  }

  /** Takes note of engines that ended, and starts another for each that died before its time. */
  private void reapDead(List<EngineProcess> engines, RunFolder folder) throws IOException {
    for (EngineProcess engine : List.copyOf(engines)) {
      if (engine.isAlive()) {
        continue;
      }
      engines.remove(engine);
      boolean ran = engine.recorder().filter(r -> r.get(Count.EXECUTIONS) > 0).isPresent();
      boolean ended =
          engine.exitCode() == 0
              || engine.recorder().filter(r -> r.get(Count.FINISHED) > 0).isPresent();
      engine.recorder().ifPresent(past::add);
      if (ended) {
        continue;
      }
      if (engine.exitCode() == EngineMain.EXIT_UNWRITABLE) {
        throw folder.unwritable(engine.lastWords());
      }
      if (!ran || engine.exitCode() == EngineMain.EXIT_DID_NOT_START) {
        throw new BrokenBaselineException(
            "the engine for `"
                + target.name()
                + "` ended with exit code "
                + engine.exitCode()
                + " before it ran an input; its last words:\n\n"
                + engine.lastWords().indent(2).stripTrailing(),
            "run `./lockstep doctor`");
      }
      Filed death = filing.fileDeath(engine.death(), new FoundBy("fuzz", plan.seed, fuzzing()));
      filed.putIfAbsent(death.finding().id(), death);
      double left = plan.seconds - fuzzing();
      if (left > 1) {
        engines.add(start(folder, left));
      }
    }
  }

  /** Files the next divergence that has not been filed; false if there is none. */
  private boolean fileNext(RunFolder folder) throws IOException {
    for (Map.Entry<String, List<byte[]>> entry : folder.diverging().entrySet()) {
      if (!filedFrom.containsKey(entry.getKey())) {
        fileOne(entry, SHRINK_TIME.toNanos());
        return true;
      }
    }
    return false;
  }

  private void fileOne(Map.Entry<String, List<byte[]>> entry, long shrinkNanosMax)
      throws IOException {
    String id = entry.getKey();
    filedFrom.put(id, entry.getValue().size());
    Duration shrinkTime = Duration.ofNanos(Math.min(shrinkNanosMax, SHRINK_TIME.toNanos()));
    FoundBy foundBy = new FoundBy("fuzz", plan.seed, fuzzing());
    Optional<Filed> found = filing.file(id, entry.getValue(), foundBy, shrinkTime);
    if (found.isEmpty()) {
      vanished.add(id);
      return;
    }
    note(found.get());
    if (found.get().finding().build().equals(Build.FUZZ.word())) {
      filing.fileAsShipped(found.get().finding(), foundBy, shrinkTime).forEach(this::note);
    }
  }

  /** A finding that is filed again stays as new as it was. */
  private void note(Filed found) {
    filed.merge(
        found.finding().id(), found, (first, now) -> new Filed(now.finding(), first.state()));
  }

  /**
   * Files what has not been filed, then again what has got more inputs since, as long as there is
   * time: what comes too late is kept as it is, and `shrink` makes it smaller.
   */
  private void fileTheRest(RunFolder folder, Duration time) throws IOException {
    List<Map.Entry<String, List<byte[]>>> unfiled = new ArrayList<>();
    List<Map.Entry<String, List<byte[]>>> grown = new ArrayList<>();
    for (Map.Entry<String, List<byte[]>> entry : folder.diverging().entrySet()) {
      int before = filedFrom.getOrDefault(entry.getKey(), 0);
      if (entry.getValue().size() > before) {
        (before == 0 ? unfiled : grown).add(entry);
      }
    }
    long end = System.nanoTime() + time.toNanos();
    for (int i = 0; i < unfiled.size(); i++) {
      long share = Math.max(0, end - System.nanoTime()) / (unfiled.size() - i);
      fileOne(unfiled.get(i), share);
    }
    for (Map.Entry<String, List<byte[]>> entry : grown) {
      long left = end - System.nanoTime();
      if (left > 0) {
        fileOne(entry, left);
      }
    }
  }

  /** What runs that were killed have left behind is as good as what this one finds. */
  private void fileInterrupted() throws IOException {
    for (RunFolder folder : RunFolder.interrupted(reports, target.name())) {
      for (Map.Entry<String, List<byte[]>> entry : folder.diverging().entrySet()) {
        fileOne(entry, SHRINK_TIME.toNanos());
      }
      folder.delete();
    }
  }

  private Progress progressOf(List<EngineProcess> engines) {
    List<FlightRecorder> recorders = new ArrayList<>(past);
    engines.forEach(engine -> engine.recorder().ifPresent(recorders::add));
    boolean running = recorders.stream().anyMatch(recorder -> recorder.get(Count.STARTED) > 0);
    return new Progress(
        running,
        fuzzing(),
        Math.max(0, plan.seconds - fuzzing()),
        RunCounts.of(recorders),
        filed.size());
  }

  /** The clock of the run starts with its first input: until then an engine only loads. */
  private void noteFirstInput(List<EngineProcess> engines) {
    boolean running =
        engines.stream()
            .anyMatch(
                engine -> engine.recorder().filter(r -> r.get(Count.STARTED) > 0).isPresent());
    if (running && firstInputNanos == 0) {
      firstInputNanos = System.nanoTime();
    }
  }

  /** Seconds since the first input was run; zero before. */
  private double fuzzing() {
    return firstInputNanos == 0 ? 0 : (System.nanoTime() - firstInputNanos) / NANOS;
  }

  private double sinceStart() {
    return (System.nanoTime() - startNanos) / NANOS;
  }

  /**
   * What to do.
   *
   * @param task which engines
   * @param seconds for how long
   * @param seed of all randomness
   * @param jobs how many engines at once
   * @param portCoverage whether the port's coverage guides them
   */
  public record Plan(Task task, double seconds, long seed, int jobs, boolean portCoverage) {}

  /**
   * How it stands.
   *
   * @param running whether an engine is past its start
   * @param seconds since the start
   * @param secondsLeft to the end
   * @param findings filed so far
   */
  public record Progress(
      boolean running, double seconds, double secondsLeft, RunCounts counts, int findings) {}

  /**
   * What came of it.
   *
   * @param seconds from the first input to the last
   * @param restarts how often an engine had to be started again
   * @param unconfirmed fingerprints that an engine logged and that did not show when judged again
   */
  public record Result(
      double seconds, RunCounts counts, List<Filed> findings, int restarts, int unconfirmed) {}
}
