package dev.lockstep.supervise;

import dev.lockstep.Side;
import dev.lockstep.engine.EngineMain;
import dev.lockstep.finding.Death;
import dev.lockstep.port.FlightRecorder;
import dev.lockstep.port.FlightRecorder.Count;
import dev.lockstep.target.BrokenBaselineException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The engines of a run: looks after them, and puts another in the place of each that dies before
 * its time. Used by one thread, which must outlive the engines.
 */
final class Crew {
  private static final double NANOS = 1e9;

  /** A port that kills engines this often runs in a worker from then on. */
  private static final int PORT_DEATHS_MAX = 2;

  /** A spare engine gets something done in so much, and a run ends no earlier than that. */
  private static final double REPLACED_SECONDS_MIN = 0.4;

  /** An exit code above this names the signal that ended the process. */
  private static final int EXIT_SIGNAL = 128;

  /** Engines that die one after the other before they have run anything. */
  private static final int EARLY_DEATHS_MAX = 3;

  private final EngineStarter starter;
  private final Spare spare;
  private final List<EngineProcess> engines = new ArrayList<>();
  private final Semaphore ends = new Semaphore(0);
  private RunCounts counts = RunCounts.NONE;
  private boolean isolated;
  private int restarts;
  private int restartsMeasured;
  private long restartNanos;
  private int portDeaths;
  private int earlyDeaths;

  /**
   * An empty crew.
   *
   * @param spare stands in for the dead
   * @param isolated whether ports run in workers from the start
   */
  Crew(EngineStarter starter, Spare spare, boolean isolated) {
    this.starter = starter;
    this.spare = spare;
    this.isolated = isolated;
  }

  /** Starts an engine. */
  void start(double seconds) throws IOException {
    add(starter.start(seconds, isolated));
  }

  private EngineProcess add(EngineProcess engine) {
    engine.onEnd(ends::release);
    engines.add(engine);
    return engine;
  }

  /** Whether nobody works any more. */
  boolean isEmpty() {
    return engines.isEmpty();
  }

  /** Whether an engine has run an input. */
  boolean hasBegun() {
    return counts.executions() > 0
        || engines.stream().anyMatch(engine -> engine.count(Count.STARTED) > 0);
  }

  /** Waits until an engine ends, or for a time. */
  void awaitEnd(long millis) throws InterruptedException {
    if (ends.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
      ends.drainPermits();
    }
  }

  /**
   * Looks at every engine once.
   *
   * @param secondsLeft of the run: a dead engine is replaced if it is more than {@value
   *     #REPLACED_SECONDS_MIN}
   * @param filing gets the deaths
   * @throws BrokenBaselineException if engines cannot start
   */
  void look(double secondsLeft, FilingThread filing) throws IOException, InterruptedException {
    for (EngineProcess engine : List.copyOf(engines)) {
      engine.endIfHung();
      engine.restartNanos().ifPresent(this::addRestart);
      if (!engine.isAlive()) {
        engines.remove(engine);
        takeLeave(engine, secondsLeft, filing);
      }
    }
    spare.look(secondsLeft, engines, isolatesNext());
  }

  /** Has all end with the inputs that are running; who has not got that far ends at once. */
  void finish() throws InterruptedException {
    spare.stop();
    for (EngineProcess engine : List.copyOf(engines)) {
      if (engine.count(Count.STARTED) > 0) {
        engine.finish();
      } else if (engine.isAlive()) {
        engine.stop();
        engines.remove(engine);
      }
    }
  }

  /** Ends all. */
  void stop() throws InterruptedException {
    spare.stop();
    for (EngineProcess engine : engines) {
      engine.stop();
      count(engine);
    }
    engines.clear();
  }

  /** What all engines have counted so far. */
  RunCounts counts() {
    List<FlightRecorder> running = new ArrayList<>();
    engines.forEach(engine -> engine.recorder().ifPresent(running::add));
    return counts.and(RunCounts.of(running));
  }

  /** Whether engines are started with the port in a worker by now. */
  boolean isolated() {
    return isolated;
  }

  /** Whether the port would run in a worker if it were to kill once more. */
  private boolean isolatesNext() {
    return isolated || portDeaths >= PORT_DEATHS_MAX - 1;
  }

  /** How often an engine had to be started again. */
  int restarts() {
    return restarts;
  }

  /** From a death to the next engine's first input, in the mean. */
  OptionalDouble restartSeconds() {
    return restartsMeasured == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(restartNanos / NANOS / restartsMeasured);
  }

  private void addRestart(long nanos) {
    restartsMeasured++;
    restartNanos += nanos;
  }

  private void takeLeave(EngineProcess engine, double secondsLeft, FilingThread filing)
      throws IOException, InterruptedException {
    count(engine);
    if (engine.count(Count.FINISHED) > 0) {
      engine.forget();
      return;
    }
    boolean ran = engine.count(Count.EXECUTIONS) > 0;
    // One that starts unpacks libraries, and knows nothing of what went wrong but a stack.
    if (engine.exitCode() == EngineMain.EXIT_UNWRITABLE || (!ran && starter.isDiskFull())) {
      throw starter.unwritable(engine.lastWords());
    }
    earlyDeaths = ran ? 0 : earlyDeaths + 1;
    // A signal may have come from anywhere: the next engine shows whether it was the start's doing.
    boolean started =
        engine.exitCode() > EXIT_SIGNAL
            || (engine.count(Count.STARTED) > 0
                && engine.exitCode() != EngineMain.EXIT_DID_NOT_START);
    if ((!started && counts.executions() == 0) || earlyDeaths > EARLY_DEATHS_MAX) {
      throw broken(engine);
    }
    Death death = EngineDeath.of(engine);
    boolean logged = engine.exitCode() == EngineMain.EXIT_TAINTED;
    if (logged) {
      starter.spare(death);
    }
    if (death.side() == Side.PORT) {
      portDeaths++;
    }
    isolated |= portDeaths >= PORT_DEATHS_MAX;
    if (secondsLeft > REPLACED_SECONDS_MIN) {
      Optional<EngineProcess> standIn = spare.take(isolated);
      add(standIn.isPresent() ? standIn.get() : starter.start(secondsLeft, isolated))
          .replaces(engine);
      restarts++;
    }
    if (logged) {
      engine.forget();
    } else {
      filing.add(engine, death);
    }
  }

  private void count(EngineProcess engine) {
    engine.recorder().ifPresent(recorder -> counts = counts.and(RunCounts.of(List.of(recorder))));
  }

  private BrokenBaselineException broken(EngineProcess engine) throws InterruptedException {
    return new BrokenBaselineException(
        "the engine for `"
            + engine.orders().target()
            + "` ended with exit code "
            + engine.exitCode()
            + " before it ran an input; its last words:\n\n"
            + engine.lastWords().indent(2).stripTrailing(),
        "run `./lockstep doctor`");
  }
}
