package dev.lockstep.gate;

import dev.lockstep.build.BuiltTarget;
import dev.lockstep.engine.EngineOrders.Task;
import dev.lockstep.files.InputFiles;
import dev.lockstep.finding.Filing;
import dev.lockstep.finding.Filing.Filed;
import dev.lockstep.finding.Finding;
import dev.lockstep.finding.Finding.Environment;
import dev.lockstep.finding.Finding.FoundBy;
import dev.lockstep.finding.Finding.State;
import dev.lockstep.finding.FindingStore;
import dev.lockstep.finding.Placing;
import dev.lockstep.finding.Regressions;
import dev.lockstep.judge.Judge;
import dev.lockstep.judge.Recheck;
import dev.lockstep.ledger.Entry;
import dev.lockstep.ledger.Ledger;
import dev.lockstep.ledger.Witness;
import dev.lockstep.pair.OriginalLoadException;
import dev.lockstep.port.PortLoadException;
import dev.lockstep.supervise.FuzzRun;
import dev.lockstep.target.BrokenBaselineException;
import dev.lockstep.target.Target;
import dev.lockstep.target.UsageException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;

/** The gate of one target, step by step. Used once. */
final class TargetGate {

  /** What replaying has found is filed within this, however much it is. */
  private static final Duration FILING_TIME_MAX = Duration.ofSeconds(60);

  /** In less than this an engine does not get to anything. */
  private static final double FUZZ_SECONDS_MIN = 0.5;

  private static final double NANOS = 1e9;

  private final Target target;
  private final Workshop workshop;
  private final GatePlan plan;
  private final Optional<Change> change;
  private final DoubleSupplier fuzzing;
  private final BooleanSupplier stop;
  private final Consumer<String> progress;
  private final FindingStore store;
  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, Judged> findings = new LinkedHashMap<>();
  private final List<String> notes = new ArrayList<>();
  private final List<String> notDone = new ArrayList<>();
  private Optional<Planted> canary = Optional.empty();
  private Replayed replayed = Replayed.NONE;
  private Counted counted = Counted.NONE;
  private Optional<Fuzzed> fuzzed = Optional.empty();
  private Optional<Environment> environment = Optional.empty();
  private int unconfirmed;

  /**
   * Prepares it.
   *
   * @param change what the target is looked at for, if not for itself
   * @param fuzzing how long to fuzz, in seconds; asked when it comes to that
   * @param stop asked often; whatever is left when it says so is not done
   * @param progress takes a line for people now and then
   */
  TargetGate(
      Target target,
      Workshop workshop,
      GatePlan plan,
      Optional<Change> change,
      DoubleSupplier fuzzing,
      BooleanSupplier stop,
      Consumer<String> progress) {
    this.target = target;
    this.workshop = workshop;
    this.plan = plan;
    this.change = change;
    this.fuzzing = fuzzing;
    this.stop = stop;
    this.progress = progress;
    this.store = new FindingStore(workshop.reports());
  }

  /**
   * Runs all steps.
   *
   * @throws IOException if something cannot be read or written
   */
  TargetResult run() throws IOException, InterruptedException {
    long start = System.nanoTime();
    try {
      say("building");
      BuiltTarget built = workshop.build().apply(target);
      environment = Optional.of(workshop.environment().apply(target, built));
      if (!hasReadableLedger()) {
        return result(start);
      }
      try (Judge judge = Judge.load(target, built)) {
        look(built, judge);
      }
    } catch (BrokenBaselineException | PortLoadException | OriginalLoadException e) {
      problem(Step.BUILD, e);
    }
    return result(start);
  }

  private TargetResult result(long start) {
    return new TargetResult(
        target.name(),
        Places.of(workshop.checkout(), target),
        problems,
        canary,
        replayed,
        counted,
        fuzzed,
        List.copyOf(findings.values()),
        notes,
        notDone,
        environment,
        (System.nanoTime() - start) / NANOS);
  }

  private boolean hasReadableLedger() {
    try {
      Ledger.read(target.ledger());
      return true;
    } catch (BrokenBaselineException | UsageException e) {
      problem(Step.LEDGER, e);
      return false;
    }
  }

  /** What is accepted has to be so still. */
  private void recheck(Judge judge) {
    say("running the ledger's witnesses");
    for (Recheck.Result entry : Recheck.of(judge, workshop.clock())) {
      String words = "entry `" + entry.entry().id() + "`: " + entry.words();
      if (entry.fails()) {
        problems.add(
            new Problem(
                Step.LEDGER,
                words + "\n\nhint: " + judge.ledger().file() + ":" + entry.entry().line()));
      } else if (!entry.words().isEmpty()) {
        notes.add(words);
      }
    }
  }

  private void look(BuiltTarget built, Judge judge) throws IOException, InterruptedException {
    recheck(judge);
    say("planting a divergence");
    CanaryCheck check = new CanaryCheck(target, built, environment.orElseThrow(), workshop.clock());
    try {
      String own = "canary." + target.name() + "." + ProcessHandle.current().pid();
      canary = Optional.of(check.check(judge, workshop.reports().resolve(own)));
    } catch (CanaryCheck.Uncaught e) {
      problem(Step.CANARY, e);
      // Whoever does not see a divergence that is there has nothing to say about others.
      return;
    }
    Filing filing =
        new Filing(target.name(), judge, store, environment.orElseThrow(), workshop.clock());
    lookAtOld(judge);
    replay(judge, filing);
    fuzz(built, filing, judge.ledger());
    askBase(built);
    place(built);
    if (plan.night()) {
      prune(built);
    }
  }

  private void lookAtOld(Judge judge) throws IOException {
    say("looking at what was kept");
    // What another checkout's port no longer shows is not mended here.
    boolean isOurs = !plan.ports().containsKey(target.name());
    OldFindings old =
        new OldFindings(
            store,
            isOurs ? Optional.of(new Regressions(target, workshop.clock())) : Optional.empty(),
            environment.orElseThrow(),
            workshop.shown());
    if (!old.run(target.name(), judge, plan.night(), stop)) {
      notDone.add("looking at old findings");
    }
    if (plan.night()) {
      old.shown().forEach(finding -> note(finding, State.KNOWN));
    }
    notes.addAll(old.notes());
    old.damaged().forEach(what -> problems.add(new Problem(Step.FINDINGS, what)));
  }

  private void prune(BuiltTarget built) throws IOException {
    if (stop.getAsBoolean()) {
      notDone.add("pruning");
      return;
    }
    say("pruning");
    int removed = Pruning.prune(target, built, Pruning.INPUTS_MAX, Pruning.BYTES_MAX);
    if (removed > 0) {
      notes.add("took %,d inputs out of the grown corpus".formatted(removed));
    }
  }

  private void replay(Judge judge, Filing filing) throws IOException {
    say("replaying");
    Replay replay = new Replay(target, judge, stop);
    List<byte[]> witnesses =
        judge.ledger().entries().stream()
            .map(Entry::witness)
            .filter(witness -> witness.before().isEmpty())
            .map(Witness::input)
            .toList();
    boolean complete = replay.run(witnesses);
    replayed = replay.replayed();
    counted = counted.and(replay.counted());
    if (!complete) {
      notDone.add("replaying");
    }
    if (replayed.total() > 1 && replayed.observations() == 1) {
      problems.add(
          new Problem(
              Step.CANARY,
              "both sides say the same whatever the input: one answer to all "
                  + replayed.total()
                  + " inputs\n\nhint: do the adapters look at their input?"));
    }
    FoundBy foundBy = new FoundBy(plan.verb(), null, null);
    long end = System.nanoTime() + FILING_TIME_MAX.toNanos();
    for (Map.Entry<String, Replay.Met> met : replay.diverging().entrySet()) {
      long left = Math.max(0, end - System.nanoTime());
      Duration time = Duration.ofNanos(Math.min(left, Filing.TIME_MAX.toNanos()));
      if (filing.file(met.getKey(), met.getValue().inputs(), foundBy, time).isEmpty()) {
        unconfirmed++;
      }
    }
    filing.settle(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
    for (Map.Entry<String, Replay.Met> met : replay.diverging().entrySet()) {
      State state = met.getValue().regressed() ? State.REGRESSED : State.NEW;
      filing.filedUnder(met.getKey()).forEach(one -> note(one, state));
    }
  }

  private void fuzz(BuiltTarget built, Filing filing, Ledger ledger)
      throws IOException, InterruptedException {
    double seconds = fuzzing.getAsDouble();
    if (stop.getAsBoolean() || seconds < FUZZ_SECONDS_MIN) {
      notDone.add("fuzzing");
      return;
    }
    say("fuzzing");
    int before = corpus();
    FuzzRun.Plan orders = new FuzzRun.Plan(Task.BOTH, seconds, plan.seed(), 1, true, false);
    FuzzRun.Result result;
    try {
      result =
          new FuzzRun(target, built, filing, orders, workshop.reports(), workshop.clock())
              .run(
                  stop,
                  now ->
                      say(
                          "fuzzing, %.0f s left, %,d executions, %d findings"
                              .formatted(
                                  now.secondsLeft(), now.counts().executions(), now.findings())));
    } catch (BrokenBaselineException e) {
      problem(Step.FUZZ, e);
      return;
    }
    result.findings().forEach(filed -> note(filed, State.NEW));
    counted =
        counted.and(
            new Counted(
                result.counts().agree(),
                result.counts().divergence(),
                result.counts().accepted(),
                result.counts().incomparable()));
    Map<String, Long> acceptedBy = result.counts().acceptedBy(ledger);
    List<String> swallowing =
        ledger.swallowing(acceptedBy, result.counts().executions()).stream()
            .map(Entry::id)
            .toList();
    for (String id : swallowing) {
      notes.add("entry `" + id + "` of the ledger accepts more inputs than its `share_max` allows");
    }
    fuzzed =
        Optional.of(
            new Fuzzed(
                plan.seed(),
                result.seconds(),
                result.counts().executions(),
                result.restarts(),
                result.counts().coverageOriginal(),
                result.counts().coveragePort(),
                before,
                corpus(),
                unconfirmed + result.unconfirmed(),
                result.unexplained(),
                acceptedBy,
                swallowing));
    if (stop.getAsBoolean() || result.counts().executions() == 0) {
      notDone.add("fuzzing");
    }
  }

  /**
   * What is new only seems so if the base shows it as well. A regression is one whoever shows it.
   */
  private void askBase(BuiltTarget built) throws IOException {
    List<Finding> fresh =
        findings.values().stream()
            .filter(judged -> judged.state() == State.NEW)
            .map(Judged::finding)
            .toList();
    if (change.isEmpty() || fresh.isEmpty()) {
      return;
    }
    if (change.get().touched().touchesOriginal(target)) {
      notes.add(
          "the original's side has changed as well, so the base's port was not asked about what is"
              + " new");
      return;
    }
    say("asking the base");
    try {
      for (String id : change.get().base().shows(target, built, fresh)) {
        findings.computeIfPresent(
            id, (_, judged) -> new Judged(judged.finding(), State.PRE_EXISTING, judged.folder()));
      }
    } catch (BrokenBaselineException | PortLoadException e) {
      notes.add("the base's port cannot be asked about what is new: " + e.getMessage());
    }
  }

  /** Says of what fails where the sides part. */
  private void place(BuiltTarget built) throws IOException, InterruptedException {
    List<Finding> failing =
        findings.values().stream().filter(Judged::fails).map(Judged::finding).toList();
    if (!failing.isEmpty()) {
      say("looking where the sides part");
    }
    new Placing(target, built, store, notes::add)
        .within(Placing.TIME_MAX, stop, failing)
        .forEach((id, placed) ->
            findings.computeIfPresent(
                id, (_, judged) -> new Judged(placed, judged.state(), judged.folder())));
  }

  /** A finding that was kept earlier is as new as any other: what is known stands in the ledger. */
  private void note(Filed filed, State state) {
    note(filed.finding(), state);
  }

  /** What it was called first stands, but a regression is one however it was met. */
  private void note(Finding finding, State state) {
    Judged before = findings.get(finding.id());
    State now = before == null || state == State.REGRESSED ? state : before.state();
    findings.put(
        finding.id(),
        new Judged(finding, now, workshop.shown().apply(store.folderOf(finding.id()))));
  }

  private int corpus() throws IOException {
    return InputFiles.count(target.seeds())
        + InputFiles.count(target.regressions())
        + InputFiles.count(target.grown());
  }

  private void problem(Step step, Exception e) {
    problems.add(new Problem(step, String.valueOf(e.getMessage())));
  }

  private void say(String what) {
    progress.accept(plan.verb() + " " + target.name() + ": " + what);
  }
}
