package dev.lockstep.engine;

import dev.lockstep.Build;
import dev.lockstep.bench.Rounds;
import dev.lockstep.bench.Rounds.Measured;
import dev.lockstep.files.InputFiles;
import dev.lockstep.pair.OriginalSide;
import dev.lockstep.pair.Pair;
import dev.lockstep.port.FlightRecorder;
import dev.lockstep.port.InputSlot.Activity;
import dev.lockstep.port.PortLibrary;
import dev.lockstep.port.ScratchInput;
import dev.lockstep.target.Limits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures what the pair costs against each side alone, what the flight recorder takes of it, and
 * what it costs with the port in a worker.
 */
final class BenchRun {
  private final EngineOrders orders;
  private final Limits limits;
  private final OriginalSide original;
  private final FlightRecorder recorder;
  private final Pair pair;

  /**
   * Prepares a measurement.
   *
   * @param pair both sides in this process, with the recorder
   */
  BenchRun(
      EngineOrders orders,
      Limits limits,
      OriginalSide original,
      FlightRecorder recorder,
      Pair pair) {
    this.orders = orders;
    this.limits = limits;
    this.original = original;
    this.recorder = recorder;
    this.pair = pair;
  }

  void run() {
    try {
      measure(inputs()).write(orders.recorder().resolveSibling(BenchResult.FILE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private BenchResult measure(List<byte[]> inputs) {
    if (inputs.isEmpty()) {
      return BenchResult.NOTHING;
    }
    Pair unrecorded =
        new Pair(
            original,
            PortLibrary.load(orders.fuzzLibrary(), Build.FUZZ),
            Build.FUZZ,
            new ScratchInput());
    Pair isolated =
        new Pair(
            original,
            IsolatedPort.start(orders, limits, recorder),
            Activity.PORT_ISOLATED,
            recorder);
    Rounds rounds = new Rounds(() -> false);
    Measured alone = rounds.add(inputs, pair::observeOriginal);
    Measured port = rounds.add(inputs, input -> pair.runPort(input, false));
    Measured unrecordedPair = rounds.add(inputs, unrecorded::agree);
    Measured both = rounds.add(inputs, pair::agree);
    Measured isolatedPair = rounds.add(inputs, isolated::agree);
    int count = rounds.run(orders.seconds()).orElseThrow();
    return new BenchResult(
        inputs.size(),
        count,
        alone.nanos(),
        port.nanos(),
        both.nanos(),
        isolatedPair.nanos(),
        both.ratioTo(unrecordedPair) - 1,
        both.ratioTo(isolatedPair));
  }

  private List<byte[]> inputs() throws IOException {
    List<Path> folders = new ArrayList<>(orders.inputs());
    folders.add(orders.grown());
    return InputFiles.read(folders, BenchResult.INPUTS_MAX, limits.inputBytesMax());
  }
}
