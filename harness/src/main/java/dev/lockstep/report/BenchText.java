package dev.lockstep.report;

import java.util.Locale;

/** What {@code bench} prints. */
public final class BenchText {
  private static final int PERCENT = 100;

  private BenchText() {}

  /** The figures, in a few lines. */
  public static String of(BenchReport bench) {
    return String.format(
            Locale.ROOT,
            "bench %s: %,d inputs, %.1f s%n",
            bench.target(),
            bench.inputs(),
            bench.seconds())
        + String.format(
            Locale.ROOT,
            "  fuzzing    original alone %,d/s, port alone %,d/s, the pair %,d/s, isolated %,d/s   (%,d rounds)%n",
            bench.fuzzing().originalExecutionsPerSecond(),
            bench.fuzzing().portExecutionsPerSecond(),
            bench.fuzzing().pairExecutionsPerSecond(),
            bench.fuzzing().isolatedExecutionsPerSecond(),
            bench.fuzzing().rounds())
        + String.format(
            Locale.ROOT,
            "  overhead_ratio %.3f: the pair costs %.3f times as much as both sides alone%n",
            bench.overheadRatio(),
            bench.overheadRatio())
        + String.format(
            Locale.ROOT,
            "  recorder   %.1f ns an execution: %.2f %% of an engine's time at its %,d/s; recorder_overhead_ratio %.3f of the bare pair%n",
            bench.recorder().nanos(),
            bench.recorder().engineRatio() * PERCENT,
            bench.recorder().engineExecutionsPerSecond(),
            bench.recorderOverheadRatio())
        + String.format(
            Locale.ROOT,
            "  isolation_ratio %.3f: with the port in a worker, the pair runs %.3f times as fast%n",
            bench.isolationRatio(),
            bench.isolationRatio())
        + String.format(
            Locale.ROOT,
            "  as shipped original %,d/s, port %,d/s   (%,d rounds)%n",
            bench.shipped().originalExecutionsPerSecond(),
            bench.shipped().portExecutionsPerSecond(),
            bench.shipped().rounds())
        + String.format(
            Locale.ROOT,
            "  speed_ratio %.3f: the port is %.3f times as fast as the original%n",
            bench.speedRatio(),
            bench.speedRatio())
        + String.format(
            Locale.ROOT,
            "  worker     %,d round trips/s, each %.1f µs beyond the port's own time; empty input %,d/s, %.1f µs%n",
            bench.worker().roundTripsPerSecond(),
            bench.worker().roundTripMicros(),
            bench.worker().emptyRoundTripsPerSecond(),
            bench.worker().emptyRoundTripMicros());
  }
}
