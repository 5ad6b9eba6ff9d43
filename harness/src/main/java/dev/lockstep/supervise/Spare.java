package dev.lockstep.supervise;

import dev.lockstep.port.FlightRecorder.Count;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An engine that has everything behind it but its own work, and waits for another one to die: most
 * of what a restart costs is then paid while others fuzz. There is one at most, and only where
 * engines do die.
 *
 * <p>It has the priority of any other: what is given up there cannot be had back when it counts.
 *
 * <p>Used by the thread that starts the engines.
 */
final class Spare {
  /** Below this a spare would hardly be ready in time. */
  private static final double SECONDS_LEFT_MIN = 4;

  /** Where engines have died in earlier runs, this one gets so long by itself. */
  private static final long EXPECTED_AFTER_NANOS = 3_000_000_000L;

  /** Spares that die one after the other before anyone needs them. */
  private static final int DEATHS_MAX = 2;

  private final EngineStarter starter;
  private final boolean deathsExpected;
  private @Nullable EngineProcess waiting;
  private boolean isolates;
  private int deaths;
  private boolean died;
  private long settledNanos;

  /**
   * No spare yet.
   *
   * @param deathsExpected whether to have one before an engine of this run has died
   */
  Spare(EngineStarter starter, boolean deathsExpected) {
    this.starter = starter;
    this.deathsExpected = deathsExpected;
  }

  /**
   * Looks after the spare: sees whether it still lives, and starts one if there is none and every
   * engine is past its own start.
   *
   * @param isolate whether the port would have to run in a worker
   */
  void look(double secondsLeft, List<EngineProcess> engines, boolean isolate)
      throws IOException, InterruptedException {
    EngineProcess engine = waiting;
    if (engine != null) {
      engine.endIfHung();
      if (!engine.isAlive()) {
        deaths++;
        dismiss(engine);
      } else if (isolates != isolate) {
        dismiss(engine);
      }
    }
    if (waiting == null
        && isSettled(engines)
        && (died || (deathsExpected && System.nanoTime() - settledNanos > EXPECTED_AFTER_NANOS))
        && starter.canSpare()
        && deaths < DEATHS_MAX
        && secondsLeft > SECONDS_LEFT_MIN) {
      isolates = isolate;
      waiting = starter.startSpare(secondsLeft, isolate);
    }
  }

  /**
   * Sends the spare to work, if there is one; also if it is not ready, for it is further on than
   * one that is started now. The next one will be wanted, too.
   *
   * @param isolate whether the port has to run in a worker
   */
  Optional<EngineProcess> take(boolean isolate) throws IOException, InterruptedException {
    died = true;
    EngineProcess engine = waiting;
    if (engine == null) {
      return Optional.empty();
    }
    if (isolates != isolate || !starter.go(engine)) {
      dismiss(engine);
      return Optional.empty();
    }
    deaths = 0;
    waiting = null;
    return Optional.of(engine);
  }

  /** Nobody else is starting: two starts at once would only take longer. */
  private boolean isSettled(List<EngineProcess> engines) {
    boolean settled =
        !engines.isEmpty() && engines.stream().allMatch(one -> one.count(Count.FIRST_NANOS) > 0);
    if (!settled) {
      settledNanos = 0;
    } else if (settledNanos == 0) {
      settledNanos = System.nanoTime();
    }
    return settled;
  }

  /** Ends it. */
  void stop() throws InterruptedException {
    if (waiting != null) {
      waiting.stop();
      waiting = null;
    }
  }

  private void dismiss(EngineProcess engine) throws IOException, InterruptedException {
    engine.stop();
    engine.forget();
    waiting = null;
  }
}
