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
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;

/** The check before a merge, over several targets, one after the other. */
public final class Gate {
  private static final double NANOS = 1e9;

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
   * @param progress takes a line for people now and then
   * @throws IOException if something cannot be read or written
   */
  public GateResult run(List<String> names, BooleanSupplier stop, Consumer<String> progress)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    List<TargetResult> results = new ArrayList<>();
    List<String> notBegun = new ArrayList<>();
    List<String> untouched = new ArrayList<>();
    Optional<Change> change = plan.base().map(this::change);
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      if (change.isPresent() && !touches(change.get(), name)) {
        untouched.add(name);
      } else if (stop.getAsBoolean()) {
        notBegun.add(name);
      } else {
        results.add(one(name, change, fuzzing(start, names.size() - i), stop, progress));
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

  /**
   * How long a target is fuzzed, asked when it comes to that: of a night, what is then left of its
   * share of the time that is left now.
   */
  private DoubleSupplier fuzzing(long start, int targetsLeft) {
    if (!plan.night()) {
      return plan::seconds;
    }
    double now = (System.nanoTime() - start) / NANOS;
    double end = now + Math.max(0, plan.seconds() - now) / targetsLeft;
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
