package dev.lockstep.engine;

import dev.lockstep.pair.Reply;
import dev.lockstep.pair.Runner;
import dev.lockstep.port.ComparisonHooks;
import dev.lockstep.port.FlightRecorder;
import dev.lockstep.port.LibFuzzerSeam;
import dev.lockstep.port.PortCoverage;
import dev.lockstep.target.Limits;
import dev.lockstep.worker.Worker;
import java.util.Optional;

/**
 * A port in a worker that guides libFuzzer as if it were here: its counters are registered where
 * the worker leaves them, and its comparisons are told again after each answer.
 */
final class IsolatedPort implements Runner {
  private final Worker worker;
  private final FlightRecorder recorder;
  private final Optional<ComparisonHooks> hooks;
  private boolean endedBefore;

  private IsolatedPort(Worker worker, FlightRecorder recorder, Optional<ComparisonHooks> hooks) {
    this.worker = worker;
    this.recorder = recorder;
    this.hooks = hooks;
  }

  /**
   * Starts a worker and joins its coverage.
   *
   * @param recorder takes each input
   */
  static IsolatedPort start(EngineOrders orders, Limits limits, FlightRecorder recorder) {
    Worker worker =
        Worker.ofPortWithCoverage(
            orders.worker(),
            orders.fuzzLibrary(),
            limits,
            Math.max(limits.inputBytesMax(), Reply.WRITTEN_BYTES_MAX));
    if (!orders.portCoverage()) {
      return new IsolatedPort(worker, recorder, Optional.empty());
    }
    LibFuzzerSeam.register(worker.coverage());
    return new IsolatedPort(worker, recorder, Optional.of(ComparisonHooks.find()));
  }

  /** Where its coverage is. */
  PortCoverage coverage() {
    return worker.coverage();
  }

  @Override
  public int run(byte[] input, boolean explain) {
    recorder.put(input);
    return answered(worker.run(input, explain));
  }

  @Override
  public int read(byte[] written, boolean explain) {
    return answered(worker.read(written, explain));
  }

  private int answered(int status) {
    endedBefore |= worker.takeLateEnd().isPresent();
    hooks.ifPresent(found -> found.report(worker.comparisons()));
    return status;
  }

  /**
   * Whether the port's process had ended by itself before it was asked, since this was last called.
   */
  boolean takeEndedBefore() {
    boolean ended = endedBefore;
    endedBefore = false;
    return ended;
  }

  @Override
  public long replyLength() {
    return worker.replyLength();
  }

  @Override
  public boolean replyIs(byte[] expected, int length) {
    return worker.replyIs(expected, length);
  }

  @Override
  public byte[] copyReply() {
    return worker.copyReply();
  }
}
