package dev.lockstep.gate;

import dev.lockstep.gate.GateResult.Base;
import dev.lockstep.target.BrokenBaselineException;
import dev.lockstep.target.Target;
import dev.lockstep.target.TargetCatalog;
import dev.lockstep.target.UsageException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;

/**
 * The check before a merge, over several targets: two at a time, since most of one is waiting for
 * processes to start and end; at night one after the other, each for its share of the time.
 */
public final class Gate {
  private static final double NANOS = 1e9;
  private static final int AT_ONCE = 2;

  private final TargetCatalog catalog;
  private final Workshop workshop;
  private final GatePlan plan;

  /** Prepares it. */
  public Gate(TargetCatalog catalog, Workshop workshop, GatePlan plan) {
    this.catalog = catalog;
    this.workshop = workshop;
    this.plan = plan;
  }

  /**
   * Runs to the end of the work, or until told to stop.
   *
   * @param names of the targets
   * @param stop asked often
   * @param progress takes a line for people now and then, from more than one thread
   * @throws IOException if something cannot be read or written
   */
  public GateResult run(List<String> names, BooleanSupplier stop, Consumer<String> progress)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    List<String> untouched = new ArrayList<>();
    Optional<Change> change = plan.base().map(this::change);
    List<String> touched = new ArrayList<>();
    for (String name : names) {
      boolean looked = change.isEmpty() || touches(change.get(), name);
      (looked ? touched : untouched).add(name);
    }
    List<TargetResult> results = new ArrayList<>();
    List<String> notBegun = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(plan.night() ? 1 : AT_ONCE)) {
      List<Future<Optional<TargetResult>>> running = new ArrayList<>();
      for (int i = 0; i < touched.size(); i++) {
        String name = touched.get(i);
        int left = touched.size() - i;
        running.add(
            threads.submit(() ->
                stop.getAsBoolean()
                    ? Optional.empty()
                    : Optional.of(
                        one(name, change, fuzzing(start, left, touched.size()), stop, progress))));
      }
      try {
        for (int i = 0; i < touched.size(); i++) {
          Optional<TargetResult> result = result(running.get(i));
          result.ifPresent(results::add);
          if (result.isEmpty()) {
            notBegun.add(touched.get(i));
          }
        }
      } finally {
        // After a failure there is no use in the others.
        running.forEach(one -> one.cancel(true));
      }
    }
    return new GateResult(
        plan.verb(),
        plan.base(),
        results,
        untouched,
        notBegun,
        (System.nanoTime() - start) / NANOS);
  }

  private static Optional<TargetResult> result(Future<Optional<TargetResult>> running)
      throws IOException, InterruptedException {
    try {
      return running.get();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case IOException cause -> throw cause;
        case InterruptedException cause -> throw cause;
        case RuntimeException cause -> throw cause;
        case Error cause -> throw cause;
        case null, default -> throw new IllegalStateException(e);
      }
    }
  }

  /**
   * How long a target is fuzzed, asked when it comes to that: of a night, what is then left of its
   * share of the time that is left now.
   */
  private DoubleSupplier fuzzing(long start, int targetsLeft, int targets) {
    if (!plan.night()) {
      return () -> plan.secondsEach(targets);
    }
    double now = (System.nanoTime() - start) / NANOS;
    double end = now + Math.max(0, plan.seconds().orElseThrow() - now) / targetsLeft;
    return () -> end - (System.nanoTime() - start) / NANOS;
  }

  private Change change(Base base) {
    Git git =
        Git.around(catalog.folder())
            .orElseThrow(() ->
                new UsageException(
                    "`" + catalog.folder() + "` is not in a working tree of git",
                    "leave `--changed-since` out"));
    Touched touched = new Touched(workshop.root(), git.tree(), git.changedSince(base.commit()));
    BasePort port = new BasePort(git, base.commit(), workshop.reports(), workshop.ports());
    return new Change(touched, port);
  }

  /** What cannot be read or told may be touched. */
  private boolean touches(Change change, String name) {
    try {
      return plan.ports().containsKey(name) || change.touched().touches(catalog.find(name));
    } catch (BrokenBaselineException e) {
      return true;
    }
  }

  private TargetResult one(
      String name,
      Optional<Change> change,
      DoubleSupplier fuzzing,
      BooleanSupplier stop,
      Consumer<String> progress)
      throws IOException, InterruptedException {
    Target target;
    try {
      target = catalog.find(name);
      if (plan.ports().containsKey(name)) {
        target = OtherPort.of(target, plan.ports().get(name), workshop.checkout());
      }
    } catch (BrokenBaselineException e) {
      return unreadable(name, e);
    }
    return new TargetGate(target, workshop, plan, change, fuzzing, stop, progress).run();
  }

  private TargetResult unreadable(String name, BrokenBaselineException why) {
    return new TargetResult(
        name,
        Places.of(workshop.checkout(), catalog.folder().resolve(name)),
        List.of(new Problem(Step.BUILD, why.getMessage())),
        Optional.empty(),
        Replayed.NONE,
        Counted.NONE,
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        0);
  }
}
