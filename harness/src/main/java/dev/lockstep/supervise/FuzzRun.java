package dev.lockstep.supervise;

import dev.lockstep.Kind;
import dev.lockstep.build.BuiltTarget;
import dev.lockstep.engine.EngineOrders.Task;
import dev.lockstep.engine.GrownCorpus;
import dev.lockstep.engine.Sparing;
import dev.lockstep.finding.Filing;
import dev.lockstep.finding.Filing.Filed;
import dev.lockstep.finding.Finding.FoundBy;
import dev.lockstep.finding.FindingStore;
import dev.lockstep.target.BrokenBaselineException;
import dev.lockstep.target.Target;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * A fuzzing run on one target: engines work, what they log is filed as it comes, and an engine that
 * dies is started again from the corpus that it had saved. A port that keeps killing engines is put
 * into a worker.
 *
 * <p>The thread that runs this starts and watches the engines; another one files, so that no engine
 * waits for it.
 */
public final class FuzzRun {
  private static final long LOOK_MILLIS = 100;
  private static final long TELL_NANOS = 500_000_000;
  private static final double NANOS = 1e9;
  private static final Set<Kind> COSTLY = Set.of(Kind.DEATH, Kind.HANG, Kind.MEMORY);

  /** A start that takes longer is an error, however busy the machine. */
  private static final double START_SECONDS_MAX = 120;

  /** How much longer a run waits for its first input to end. */
  private static final double FIRST_SECONDS_MAX = 20;

  /** The inputs that are running when the time is over get this long. */
  private static final double END_SECONDS_MAX = 20;

  /** What is left to file when the time is over gets this long in all. */
  private static final Duration FILING_TIME_MAX = Duration.ofSeconds(30);

  /** The same for a run that was told to stop: somebody is waiting. */
  private static final Duration FILING_TIME_STOPPED = Duration.ofSeconds(3);

  private final Target target;
  private final BuiltTarget built;
  private final Plan plan;
  private final Path reports;
  private final Clock clock;
  private final Sparing sparing = new Sparing();
  private final Unexplained unexplained;
  private final Intake intake;
  private final FirstAccepted firstAccepted = new FirstAccepted();
  private long startNanos;
  private volatile long firstInputNanos;
  private long toldNanos = System.nanoTime() - TELL_NANOS;

  /** Prepares a run. */
  public FuzzRun(
      Target target, BuiltTarget built, Filing filing, Plan plan, Path reports, Clock clock) {
    this.target = target;
    this.built = built;
    this.plan = plan;
    this.reports = reports;
    this.clock = clock;
    this.unexplained = new Unexplained(reports, target.name(), clock);
    this.intake =
        new Intake(filing, () -> new FoundBy("fuzz", plan.seed, fuzzing()), sparing, unexplained);
  }

  /**
   * Runs to the end of the time, or until told to stop.
   *
   * @param stop asked some times a second
   * @param progress told twice a second
   * @throws BrokenBaselineException if an engine cannot even start
   * @throws IOException if something cannot be written; what was found until then is kept in the
   *     run's folder
   */
  public Result run(BooleanSupplier stop, Consumer<Progress> progress)
      throws IOException, InterruptedException {
    mend();
    for (RunFolder folder : RunFolder.interrupted(reports, target.name())) {
      intake.takeInterrupted(folder);
      folder.delete();
    }
    RunFolder folder = RunFolder.create(reports, target.name(), clock);
    EngineStarter starter = new EngineStarter(target, built, plan, folder, sparing);
    Crew crew = new Crew(starter, new Spare(starter, diesBefore()), plan.isolate);
    double seconds;
    try (FilingThread filing = new FilingThread(intake, folder)) {
      try {
        work(crew, filing, stop, progress);
      } finally {
        crew.stop();
      }
      seconds = fuzzing();
      firstAccepted.look(crew.counts(), seconds);
      filing.finish(stop.getAsBoolean() ? FILING_TIME_STOPPED : FILING_TIME_MAX);
    }
    folder.delete();
    mend();
    return new Result(
        seconds,
        crew.counts(),
        intake.filed(),
        crew.restarts(),
        crew.restartSeconds(),
        intake.vanished(),
        unexplained.count(),
        crew.isolated(),
        firstAccepted.seconds());
  }

  /** Whatever ended a process in the middle of a file, here or in a run before. */
  private void mend() throws IOException {
    new FindingStore(reports).mend(target.name());
    new GrownCorpus(target.grown()).removeDamaged();
  }

  /** Whether the target is known for ending engines, or for having them ended. */
  private boolean diesBefore() throws IOException {
    FindingStore store = new FindingStore(reports);
    for (String id : store.idsBeginningWith(target.name() + "-")) {
      try {
        if (store.read(id).filter(finding -> COSTLY.contains(finding.kind())).isPresent()) {
          return true;
        }
      } catch (IOException e) {
        // One that is damaged says nothing here; whoever asks for it is told.
      }
    }
    return false;
  }

  private void work(
      Crew crew, FilingThread filing, BooleanSupplier stop, Consumer<Progress> progress)
      throws IOException, InterruptedException {
    // Not before: what an interrupted run has left may take longer than this one.
    startNanos = System.nanoTime();
    for (int i = 0; i < plan.jobs; i++) {
      crew.start(plan.seconds);
    }
    while (!stop.getAsBoolean() && !crew.isEmpty() && !isOver(crew)) {
      noteFirstInput(crew);
      crew.look(Math.max(0, plan.seconds - fuzzing()), filing);
      filing.goOn();
      firstAccepted.look(crew.counts(), fuzzing());
      tell(crew, progress);
      if (firstInputNanos == 0 && sinceStart() > START_SECONDS_MAX) {
        throw new BrokenBaselineException(
            "the engine for `%s` did not get to its first input within %.0f s"
                .formatted(target.name(), START_SECONDS_MAX),
            "run `./lockstep doctor`");
      }
      crew.awaitEnd(LOOK_MILLIS);
    }
    // An engine that dies while its run ends is filed as well, and replaced no more.
    double end = sinceStart() + END_SECONDS_MAX;
    crew.finish();
    crew.look(0, filing);
    while (!stop.getAsBoolean() && !crew.isEmpty() && sinceStart() < end) {
      crew.awaitEnd(LOOK_MILLIS);
      crew.look(0, filing);
    }
  }

  /** On a machine that is busy the first input alone may take longer than a short run. */
  private boolean isOver(Crew crew) {
    return fuzzing() >= plan.seconds
        && (crew.counts().executions() > 0 || fuzzing() >= plan.seconds + FIRST_SECONDS_MAX);
  }

  private void tell(Crew crew, Consumer<Progress> progress) {
    if (System.nanoTime() - toldNanos >= TELL_NANOS) {
      toldNanos = System.nanoTime();
      progress.accept(
          new Progress(
              crew.hasBegun(),
              fuzzing(),
              Math.max(0, plan.seconds - fuzzing()),
              crew.counts(),
              intake.findings(),
              crew.restarts(),
              unexplained.count(),
              crew.isolated()));
    }
  }

  /** The clock of the run starts with its first input: until then an engine only loads. */
  private void noteFirstInput(Crew crew) {
    if (firstInputNanos == 0 && crew.hasBegun()) {
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
   * @param isolate whether the port runs in a worker from the start
   */
  public record Plan(
      Task task, double seconds, long seed, int jobs, boolean portCoverage, boolean isolate) {}

  /**
   * How it stands.
   *
   * @param running whether an engine is past its start
   * @param seconds since the start
   * @param secondsLeft to the end
   * @param findings filed so far
   * @param restarts how often an engine had to be started again so far
   * @param unexplained deaths of engines that did not happen again
   * @param isolated whether the port runs in a worker
   */
  public record Progress(
      boolean running,
      double seconds,
      double secondsLeft,
      RunCounts counts,
      int findings,
      int restarts,
      int unexplained,
      boolean isolated) {}

  /**
   * What came of it.
   *
   * @param seconds from the first input to the last
   * @param restarts how often an engine had to be started again
   * @param restartSeconds from a death to the next engine's first input, in the mean; empty if
   *     there was none
   * @param unconfirmed fingerprints that an engine logged and that did not show when judged again
   * @param unexplained deaths of engines that did not happen again; what is known of them is below
   *     {@code reports/unexplained/}
   * @param isolated whether the port ran in a worker, at the end at least
   * @param acceptedAfter seconds from the first input to the first that fell to an entry of the
   *     ledger, by the entry's index, to a tenth; those that none fell to are left out
   */
  public record Result(
      double seconds,
      RunCounts counts,
      List<Filed> findings,
      int restarts,
      OptionalDouble restartSeconds,
      int unconfirmed,
      int unexplained,
      boolean isolated,
      Map<Integer, Double> acceptedAfter) {

    /** Copies the map. */
    public Result {
      acceptedAfter = Map.copyOf(acceptedAfter);
    }
  }
}
