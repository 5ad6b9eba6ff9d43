package dev.lockstep.gate;

import dev.lockstep.target.BrokenBaselineException;
import dev.lockstep.target.Target;
import dev.lockstep.target.TargetCatalog;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

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
    for (String name : names) {
      if (stop.getAsBoolean()) {
        notBegun.add(name);
      } else {
        results.add(one(name, stop, progress));
      }
    }
    return new GateResult(
        plan.verb(),
        Optional.empty(),
        results,
        List.of(),
        notBegun,
        (System.nanoTime() - start) / NANOS);
  }

  private TargetResult one(String name, BooleanSupplier stop, Consumer<String> progress)
      throws IOException, InterruptedException {
    Target target;
    try {
      target = catalog.find(name);
    } catch (BrokenBaselineException e) {
      return unreadable(name, e);
    }
    return new TargetGate(target, workshop, plan, stop, progress).run();
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
