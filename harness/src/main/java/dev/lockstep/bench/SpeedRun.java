package dev.lockstep.bench;

import dev.lockstep.bench.Rounds.Execution;
import dev.lockstep.bench.Rounds.Measured;
import dev.lockstep.pair.Pair;
import dev.lockstep.worker.Worker;
import java.util.List;

/** Measures both sides in one process, and the port in a worker beside them. */
final class SpeedRun {
  private static final List<byte[]> EMPTY = List.of(new byte[0]);

  private SpeedRun() {}

  /**
   * Measures.
   *
   * @param pair the original with the build to measure
   * @param worker for the same build
   * @param inputs at least one
   * @param seconds how long
   */
  static SpeedResult run(Pair pair, Worker worker, List<byte[]> inputs, double seconds) {
    Rounds rounds = new Rounds(() -> false);
    Measured original = rounds.add(inputs, pair::observeOriginal);
    Measured port = rounds.add(inputs, input -> pair.runPort(input, false));
    Measured trip = rounds.add(inputs, new RoundTrip(worker));
    Measured emptyTrip = rounds.add(EMPTY, new RoundTrip(worker));
    int count = rounds.run(seconds).orElseThrow();
    return new SpeedResult(
        inputs.size(),
        count,
        original.nanos(),
        port.nanos(),
        original.ratioTo(port),
        trip.nanos(),
        trip.ownNanos(),
        emptyTrip.nanos(),
        emptyTrip.ownNanos());
  }

  /** Asks the worker, and sets aside what the port itself took. */
  private static final class RoundTrip implements Execution {
    private final Worker worker;
    private long portNanos;

    RoundTrip(Worker worker) {
      this.worker = worker;
    }

    @Override
    public void run(byte[] input) {
      worker.run(input, false);
      portNanos += worker.usage().cpuNanos();
    }

    @Override
    public long foreignNanos() {
      long nanos = portNanos;
      portNanos = 0;
      return nanos;
    }
  }
}
