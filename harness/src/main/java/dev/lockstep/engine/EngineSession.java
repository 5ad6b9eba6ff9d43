package dev.lockstep.engine;

import dev.lockstep.Build;
import dev.lockstep.Verdict;
import dev.lockstep.oracle.Oracle;
import dev.lockstep.pair.OriginalSide;
import dev.lockstep.pair.Originals;
import dev.lockstep.pair.Pair;
import dev.lockstep.port.FlightRecorder;
import dev.lockstep.port.FlightRecorder.Count;
import dev.lockstep.port.InputSlot.Activity;
import dev.lockstep.port.LibFuzzerSeam;
import dev.lockstep.port.PortCoverage;
import dev.lockstep.port.PortLibrary;
import dev.lockstep.target.TargetFile;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One engine's run: takes inputs from whichever engine has some, runs the pair, counts the verdict,
 * and logs what diverges. Everything happens on the one thread that libFuzzer calls from.
 */
final class EngineSession {
  private static @Nullable EngineSession current;

  private final EngineOrders orders;
  private final TargetFile settings;
  private final FlightRecorder recorder;
  private final Oracle oracle;
  private final DivergenceLog log;
  private @Nullable Pair pair;
  private @Nullable CoverageMonitor coverage;

  private EngineSession(EngineOrders orders, TargetFile settings) throws IOException {
    this.orders = orders;
    this.settings = settings;
    this.recorder = FlightRecorder.create(orders.recorder(), settings.limits().inputBytesMax());
    this.oracle = new Oracle(orders.target(), settings.equivalences());
    this.log = new DivergenceLog(orders.divergences(), name(orders));
  }

  /** Jazzer calls a class, not an object: this is where the class finds its run. */
  static void prepare(EngineOrders orders, TargetFile settings) throws IOException {
    current = new EngineSession(orders, settings);
  }

  static EngineSession get() {
    EngineSession session = current;
    if (session == null) {
      throw new IllegalStateException("the engine was started without orders");
    }
    return session;
  }

  /**
   * Loads both sides and joins their coverage; then does what comes before libFuzzer, or all there
   * is to do.
   */
  void start() {
    PortLibrary port = PortLibrary.load(orders.fuzzLibrary(), Build.FUZZ);
    PortCoverage portCoverage = port.coverage();
    // First: it makes Jazzer load its driver, which the port then joins.
    coverage = new CoverageMonitor(portCoverage);
    if (orders.portCoverage()) {
      LibFuzzerSeam.join(portCoverage);
    }
    Pair started =
        new Pair(
            new OriginalSide(
                Originals.create(
                    settings.original().className(), EngineSession.class.getClassLoader())),
            port,
            Build.FUZZ,
            recorder);
    pair = started;
    recorder.set(Count.STARTED, 1);
    switch (orders.task()) {
      case COVERAGE -> {}
      case BENCH -> {
        new BenchRun(orders, settings.limits().inputBytesMax(), started).run();
        finish();
      }
      case PROPERTY -> {
        runProperties();
        finish();
      }
      case BOTH -> runProperties();
    }
  }

  /**
   * Runs one input through the pair.
   *
   * @return whether it reached code that no input before it had reached, on either side
   */
  boolean execute(byte[] input) {
    Pair running = pair();
    CoverageMonitor monitor = monitor();
    boolean agree = running.agree(input);
    boolean reachedMore = monitor.update();
    if (reachedMore) {
      recorder.set(Count.COVERAGE_ORIGINAL, monitor.original());
      recorder.set(Count.COVERAGE_PORT, monitor.port());
    }
    if (agree) {
      recorder.increment(Count.AGREE);
    } else {
      judge(running, input);
    }
    recorder.increment(Count.EXECUTIONS);
    if (recorder.get(Count.FIRST_NANOS) == 0) {
      recorder.set(Count.FIRST_NANOS, System.nanoTime());
    }
    return reachedMore;
  }

  private void judge(Pair running, byte[] input) {
    Pair.Outcomes outcomes = running.outcomes();
    switch (oracle.judge(outcomes.original(), outcomes.port())) {
      case Verdict.Agree _ -> recorder.increment(Count.AGREE);
      case Verdict.Accepted _ -> recorder.increment(Count.ACCEPTED);
      case Verdict.Incomparable(String reason) -> {
        recorder.increment(Count.INCOMPARABLE);
        log.incomparable(reason, input);
      }
      case Verdict.Divergence divergence -> diverged(running, outcomes, divergence, input);
    }
  }

  private void diverged(
      Pair running, Pair.Outcomes outcomes, Verdict.Divergence divergence, byte[] input) {
    if (log.wants(divergence, input.length)) {
      // Before anyone is blamed: does each side still agree with itself?
      running.agree(input);
      Optional<String> fickle = running.outcomes().changedSince(outcomes);
      if (fickle.isPresent()) {
        recorder.increment(Count.INCOMPARABLE);
        log.incomparable(fickle.get(), input);
        return;
      }
      log.add(divergence, input);
      recorder.set(Count.FINGERPRINTS, log.fingerprints());
    }
    recorder.increment(Count.DIVERGENCE);
  }

  private Pair pair() {
    return Objects.requireNonNull(pair, "the engine has not started");
  }

  private CoverageMonitor monitor() {
    return Objects.requireNonNull(coverage, "the engine has not started");
  }

  private void runProperties() {
    Optional<String> generator = settings.original().generator();
    if (generator.isPresent()) {
      GrownCorpus corpus = new GrownCorpus(orders.grown());
      new PropertyRun(generator.get(), orders.seed(), settings.limits().inputBytesMax())
          .run(EngineMain.propertySeconds(orders), input -> generated(input, corpus));
    }
  }

  /**
   * Without libFuzzer in charge, clearing the counters and keeping what reached more is up to us.
   */
  private void generated(byte[] input, GrownCorpus corpus) {
    monitor().clear();
    if (execute(input)) {
      corpus.add(input);
    }
  }

  /** An engine goes by the name of its recorder. */
  private static String name(EngineOrders orders) {
    String file = orders.recorder().toString();
    return file.substring(file.lastIndexOf('/') + 1).replace(".recorder", "");
  }

  /** The work is done, unless a side is ending the process in the middle of it. */
  void end() {
    if (recorder.activity() == Activity.IDLE) {
      recorder.set(Count.FINISHED, 1);
    }
  }

  /** Ends the process: without libFuzzer to do it, nothing else would. */
  private void finish() {
    recorder.set(Count.FINISHED, 1);
    Runtime.getRuntime().halt(0);
  }
}
