package dev.lockstep.engine;

import dev.lockstep.Build;
import dev.lockstep.Difference;
import dev.lockstep.Kind;
import dev.lockstep.Verdict;
import dev.lockstep.ledger.Ledger;
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
import dev.lockstep.target.Target;
import dev.lockstep.target.TargetFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One engine's run: takes inputs from whichever engine has some, runs the pair, counts the verdict,
 * and logs what diverges. Everything happens on the one thread that libFuzzer calls from.
 */
final class EngineSession {
  private static final long COSTLY_NANOS = 50_000_000;

  /** How far back to look for what a side remembers. */
  private static final int HISTORY_MAX = 4_096;

  private static @Nullable EngineSession current;

  private final Path ordersFile;
  private final EngineOrders orders;
  private final TargetFile settings;
  private final Gate gate;
  private final FlightRecorder recorder;
  private final Oracle oracle;
  private final DivergenceLog log;
  private final SuspicionLog suspicions;
  private final CostWatch cost;
  private Sparing sparing;
  private @Nullable Pair pair;
  private @Nullable CoverageMonitor coverage;
  private @Nullable StateWatch state;
  private @Nullable Surroundings surroundings;
  private @Nullable Replay replay;
  private boolean begun;

  /** Whether libFuzzer has given its first input. */
  private boolean inCharge;

  private @Nullable IsolatedPort isolatedPort;

  private EngineSession(Path ordersFile, EngineOrders orders, TargetFile settings, Gate gate)
      throws IOException {
    this.ordersFile = ordersFile;
    this.orders = orders;
    this.settings = settings;
    this.gate = gate;
    this.recorder = FlightRecorder.create(orders.recorder(), settings.limits().inputBytesMax());
    Ledger ledger =
        Ledger.read(orders.targetFile().resolveSibling(Target.LEDGER))
            .loaded(EngineSession.class.getClassLoader());
    this.oracle =
        new Oracle(orders.target(), settings.equivalences(), new CountedLedger(ledger, recorder));
    this.log = new DivergenceLog(orders.divergences(), name(orders));
    this.sparing = new Sparing(orders.spared());
    this.suspicions =
        new SuspicionLog(orders.divergences().resolveSibling("suspicions"), name(orders));
    this.cost = new CostWatch(settings.limits().costFactorMax());
  }

  /** Jazzer calls a class, not an object: this is where the class finds its run. */
  static void prepare(Path ordersFile, EngineOrders orders, TargetFile settings, Gate gate)
      throws IOException {
    current = new EngineSession(ordersFile, orders, settings, gate);
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
    EngineOutput.giveToSides();
    ClassCount.watch(recorder);
    OriginalSide original =
        new OriginalSide(
            Originals.create(
                settings.original().className(), EngineSession.class.getClassLoader()));
    // Before the port: it makes Jazzer load its driver, which the port then joins.
    CoverageMonitor.loadDriver();
    Pair started = orders.isolate() ? isolated(original) : together(original);
    pair = started;
    Surroundings taken = Surroundings.ofThisProcess();
    surroundings = taken;
    state = new StateWatch(taken, this::runAgain, recorder::history, System::nanoTime);
    recorder.set(Count.STARTED, 1);
    switch (orders.task()) {
      case COVERAGE -> {}
      case BENCH -> {
        new BenchRun(orders, settings.limits(), original, recorder, started).run();
        finish();
      }
      case PROPERTY -> {
        runProperties();
        finish();
      }
      case BOTH -> runProperties();
    }
    replay = corpus();
  }

  private Replay corpus() {
    try {
      return Replay.of(EngineMain.folders(orders));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Pair together(OriginalSide original) {
    PortLibrary port = PortLibrary.load(orders.fuzzLibrary(), Build.FUZZ);
    PortCoverage portCoverage = port.coverage();
    coverage = new CoverageMonitor(portCoverage);
    if (orders.portCoverage()) {
      LibFuzzerSeam.join(portCoverage);
    }
    return new Pair(original, port, Build.FUZZ, recorder);
  }

  private Pair isolated(OriginalSide original) {
    IsolatedPort port = IsolatedPort.start(orders, settings.limits(), recorder);
    isolatedPort = port;
    coverage = new CoverageMonitor(port.coverage());
    return new Pair(original, port, Activity.PORT_ISOLATED, recorder);
  }

  /** Runs an input of libFuzzer's, which begins with those of the corpus. */
  void fuzz(byte[] input) {
    if (!inCharge) {
      inCharge = true;
      // libFuzzer has started a thread, taken signals and printed: none of it is the sides' doing.
      Objects.requireNonNull(state).overlook();
    }
    if (!begun && Objects.requireNonNull(replay, "the engine has not started").isOwn()) {
      begin();
    }
    execute(input);
  }

  /** Nothing is left to do but an engine's own work: a spare waits until it is needed. */
  private void begin() {
    if (orders.spare()) {
      recorder.set(Count.WAITING, 1);
      gate.awaitGo();
      recorder.set(Count.WAITING, 0);
      try {
        sparing = new Sparing(EngineOrders.read(ordersFile).spared());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    begun = true;
  }

  /**
   * Runs one input through the pair.
   *
   * @return whether it reached code that no input before it had reached, on either side
   */
  private boolean execute(byte[] input) {
    if (gate.isFinishing()) {
      finish();
    }
    int spared = sparing.passesOver(input);
    if (spared >= 0) {
      passOver(spared, input);
      return false;
    }
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
      judge(running, input, reachedMore);
    }
    recorder.increment(Count.EXECUTIONS);
    if (running.tainted()) {
      Runtime.getRuntime().halt(EngineMain.EXIT_TAINTED);
    }
    suspect(running, input, reachedMore);
    if (begun && recorder.get(Count.FIRST_NANOS) == 0) {
      recorder.set(Count.FIRST_NANOS, System.nanoTime());
    }
    return reachedMore;
  }

  /** What no comparison of answers shows. */
  private void suspect(Pair running, byte[] input, boolean reachedMore) {
    if (isolatedPort != null && isolatedPort.takeEndedBefore()) {
      List<byte[]> before = recorder.history(HISTORY_MAX);
      suspicions.add(Kind.DEATH, "", before.subList(0, before.size() - 1));
    }
    suspect(Objects.requireNonNull(state).executed(input, reachedMore, this::wantsEffect));
    if (Objects.requireNonNull(surroundings).crowded()) {
      Runtime.getRuntime().halt(EngineMain.EXIT_TAINTED);
    }
    if (cost.isSuspicious(running, input)) {
      suspicions.add(Kind.COST, "", List.of(input));
    }
    if (cost.leads()) {
      climb(running, input);
    }
  }

  private void suspect(List<StateWatch.Effect> effects) {
    for (StateWatch.Effect effect : effects) {
      String sort = effect.sure() ? effect.what() : effect.what() + ", perhaps";
      effect.inputs().forEach(suspect -> suspicions.add(Kind.EFFECT, sort, List.of(suspect)));
    }
  }

  private boolean wantsEffect(String what) {
    return suspicions.wants(Kind.EFFECT, what);
  }

  private void climb(Pair running, byte[] input) {
    Optional<byte[]> dearest =
        new CostClimb(this::slowNanos, settings.limits().inputBytesMax()).from(input);
    if (dearest.isPresent()) {
      if (cost.isSuspicious(running, dearest.get())) {
        suspicions.add(Kind.COST, "", List.of(dearest.get()));
      }
      // What the engine goes by afterwards shall be this input's own.
      runAgain(input);
    }
  }

  private long slowNanos(byte[] input) {
    runAgain(input);
    return Math.max(pair().portNanos(), pair().originalNanos());
  }

  /** Without what other inputs reached adding up to something that looks new. */
  private void runAgain(byte[] input) {
    monitor().clear();
    pair().agree(input);
  }

  private void passOver(int spared, byte[] input) {
    recorder.increment(Count.SPARED);
    recorder.increment(Count.INCOMPARABLE);
    log.incomparable("spared: begins like `" + sparing.spared().get(spared).id() + "`", input);
  }

  private void judge(Pair running, byte[] input, boolean reachedMore) {
    Pair.Outcomes outcomes = running.outcomes();
    switch (oracle.judge(input, outcomes.original(), outcomes.port())) {
      case Verdict.Agree _ -> recorder.increment(Count.AGREE);
      case Verdict.Accepted _ -> recorder.increment(Count.ACCEPTED);
      case Verdict.Incomparable(String reason) -> {
        recorder.increment(Count.INCOMPARABLE);
        log.incomparable(reason, input);
      }
      case Verdict.Divergence divergence ->
          diverged(running, outcomes, divergence, input, reachedMore);
    }
  }

  private void diverged(
      Pair running,
      Pair.Outcomes outcomes,
      Verdict.Divergence divergence,
      byte[] input,
      boolean reachedMore) {
    learnCost(running, divergence, input);
    if (log.wants(divergence, input.length, reachedMore)) {
      Optional<String> fickle = running.tainted() ? Optional.empty() : fickle(outcomes, input);
      if (fickle.isPresent()) {
        recorder.increment(Count.INCOMPARABLE);
        log.incomparable(fickle.get(), input);
        if (fickle.get().startsWith("nondeterministic")
            && suspicions.wants(Kind.NONDETERMINISM, fickle.get())) {
          suspicions.add(Kind.NONDETERMINISM, fickle.get(), recorder.history(HISTORY_MAX));
        }
        return;
      }
      log.add(divergence, input, reachedMore, () -> recorder.history(HISTORY_MAX));
      recorder.set(Count.FINGERPRINTS, log.fingerprints());
    }
    recorder.increment(Count.DIVERGENCE);
  }

  /** Before anyone is blamed: does each side still agree with itself? */
  private Optional<String> fickle(Pair.Outcomes outcomes, byte[] input) {
    pair().agree(input);
    return pair().outcomes().changedSince(outcomes);
  }

  /** Ends that take long, again and again, would take all of the run's time. */
  private void learnCost(Pair running, Verdict.Divergence divergence, byte[] input) {
    if (running.portNanos() + running.originalNanos() < COSTLY_NANOS) {
      return;
    }
    for (Difference difference : divergence.differences()) {
      switch (difference.kind()) {
        case DEATH, HANG, MEMORY -> sparing.costly(difference.fingerprint().id(), input);
        case VALUE, REJECT, REJECT_KIND, CRASH, COST, NONDETERMINISM, EFFECT -> {}
      }
    }
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
      begun = true;
      GrownCorpus corpus = new GrownCorpus(orders.grown());
      new PropertyRun(generator.get(), orders.seed(), settings.limits().inputBytesMax())
          .run(EngineMain.propertySeconds(orders), input -> generated(input, corpus));
      List<byte[]> last = recorder.history(1);
      if (!last.isEmpty()) {
        suspect(Objects.requireNonNull(state).atLast(last.getLast(), this::wantsEffect));
      }
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

  /**
   * Ends the process. Whoever started it goes by the recorder, not by the exit code: libFuzzer
   * takes any exit for the input's doing and makes its own of the code.
   */
  private void finish() {
    recorder.set(Count.FINISHED, 1);
    Runtime.getRuntime().halt(0);
  }
}
