package dev.lockstep.judge;

import dev.lockstep.Difference;
import dev.lockstep.Kind;
import dev.lockstep.Outcome;
import dev.lockstep.oracle.Oracle;
import dev.lockstep.oracle.OutcomeText;
import dev.lockstep.target.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a side does beside answering: it leaves something behind, keeps memory, or takes far more
 * time than the other.
 */
final class Symptoms {
  private static final String NOTHING = "leaves nothing behind";

  /** Leaks are looked for by asking again and again. */
  private static final int LEAK_RUNS = 8;

  private static final int LEAK_ROUNDS = 3;

  private static final int LEAK_WARM_RUNS = 32;

  /** Less than this a run is nobody's trouble. */
  private static final long LEAK_BYTES_MIN = 1_024;

  private static final int LEAK_INPUT_BYTES_MAX = 1 << 16;

  /** Below this nobody is dear, however cheap the other is. */
  private static final long COST_NANOS_MIN = 10_000_000;

  private static final int COST_RUNS = 5;

  /** A JVM needs some runs to get at its speed. */
  private static final int WARM_RUNS = 30;

  /** On a busy machine its compiler is late: before it is called dear it gets many more. */
  private static final int HOT_RUNS = 300;

  private static final long HOT_NANOS = 2_000_000_000;

  private static final double MILLIS = 1e6;

  private final Oracle oracle;
  private final Limits limits;
  private final long margin;

  /**
   * Looks for symptoms.
   *
   * @param margin how many times as dear as need be a side must be to be called dear
   */
  Symptoms(Oracle oracle, Limits limits, int margin) {
    this.oracle = oracle;
    this.limits = limits;
    this.margin = margin;
  }

  /** What one side left behind and the other did not. */
  List<Difference> effects(Seen left, Seen right) {
    List<Difference> differences = new ArrayList<>();
    for (String effect : left.effects()) {
      if (!right.effects().contains(effect)) {
        differences.add(oracle.beside(Kind.EFFECT, effect, NOTHING, effect + "|none"));
      }
    }
    for (String effect : right.effects()) {
      if (!left.effects().contains(effect)) {
        differences.add(oracle.beside(Kind.EFFECT, NOTHING, effect, "none|" + effect));
      }
    }
    return differences;
  }

  /**
   * Whether the port keeps more memory each time; its process has just run the case.
   *
   * <p>An allocator keeps some freed blocks of each size for itself, and counts them as taken until
   * it has enough of them: the first runs only feed it.
   */
  Optional<Difference> leak(Case fresh, Seen left, SideProcess port) {
    if (fresh.input().length > LEAK_INPUT_BYTES_MAX) {
      return Optional.empty();
    }
    liveAfter(LEAK_WARM_RUNS, fresh, port);
    long before = liveAfter(LEAK_RUNS, fresh, port);
    long least = Long.MAX_VALUE;
    for (int i = 0; i < LEAK_ROUNDS && least >= LEAK_BYTES_MIN; i++) {
      long now = liveAfter(LEAK_RUNS, fresh, port);
      least = Math.min(least, (now - before) / LEAK_RUNS);
      before = now;
    }
    if (least < LEAK_BYTES_MIN) {
      return Optional.empty();
    }
    String says = String.format(Locale.ROOT, "leaks %,d bytes each time", least);
    return Optional.of(
        oracle.beside(Kind.MEMORY, OutcomeText.brief(left.outcome()), says, "value|leaks"));
  }

  private static long liveAfter(int runs, Case fresh, SideProcess port) {
    for (int i = 1; i < runs; i++) {
      Outcome _ = port.outcome(fresh, false);
    }
    return port.inspect(fresh).usage().liveBytes();
  }

  /** Whether one side takes far more processor time; both processes have just run the case. */
  Optional<Difference> cost(
      Case fresh, SideProcess original, Seen left, SideProcess port, Seen right) {
    long originalNanos = left.usage().cpuNanos();
    long portNanos = right.usage().cpuNanos();
    // One look is enough for most. It says nothing of the cheaper one: a JVM's first run is cold.
    if (Math.max(originalNanos, portNanos) <= COST_NANOS_MIN) {
      return Optional.empty();
    }
    long few = COST_RUNS * COST_NANOS_MIN;
    originalNanos = Math.min(originalNanos, least(fresh, original, WARM_RUNS, few, 0));
    portNanos = Math.min(portNanos, least(fresh, port, COST_RUNS, few, 0));
    // Clear costs are asked of a process that has been through this.
    if (isDear(originalNanos, portNanos) && margin == 1) {
      long cheap = Math.max(COST_NANOS_MIN, limits.costFactorMax() * portNanos);
      originalNanos = Math.min(originalNanos, least(fresh, original, HOT_RUNS, HOT_NANOS, cheap));
    }
    if (isDear(originalNanos, portNanos)) {
      return Optional.of(
          oracle.beside(
              Kind.COST, dear(originalNanos, portNanos), millis(portNanos), "dear|cheap"));
    }
    if (isDear(portNanos, originalNanos)) {
      return Optional.of(
          oracle.beside(
              Kind.COST, millis(originalNanos), dear(portNanos, originalNanos), "cheap|dear"));
    }
    return Optional.empty();
  }

  private boolean isDear(long nanos, long otherNanos) {
    return nanos > margin * COST_NANOS_MIN && nanos > margin * limits.costFactorMax() * otherNanos;
  }

  /**
   * The least processor time over some runs.
   *
   * @param nanosMax no more runs than take this in all, but {@link #COST_RUNS}
   * @param enough no more runs once one took this, or less
   */
  private static long least(Case fresh, SideProcess side, int runs, long nanosMax, long enough) {
    long least = Long.MAX_VALUE;
    long sum = 0;
    for (int i = 0; i < runs && least > enough && (i < COST_RUNS || sum < nanosMax); i++) {
      Seen seen = side.inspect(fresh);
      if (!seen.outcome().answered()) {
        break;
      }
      least = Math.min(least, seen.usage().cpuNanos());
      sum += seen.usage().cpuNanos();
    }
    return least;
  }

  private static String dear(long nanos, long otherNanos) {
    return String.format(
        Locale.ROOT, "%s, %,d times as much", millis(nanos), nanos / Math.max(1, otherNanos));
  }

  private static String millis(long nanos) {
    return String.format(Locale.ROOT, "%.3f ms of processor time", nanos / MILLIS);
  }
}
