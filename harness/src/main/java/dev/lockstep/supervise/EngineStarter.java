package dev.lockstep.supervise;

import dev.lockstep.build.BuiltTarget;
import dev.lockstep.engine.EngineOrders;
import dev.lockstep.engine.EngineOrders.Task;
import dev.lockstep.engine.Sparing;
import dev.lockstep.finding.Death;
import dev.lockstep.supervise.FuzzRun.Plan;
import dev.lockstep.target.Limits;
import dev.lockstep.target.Target;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Starts the engines of a run, each with orders of its own. */
final class EngineStarter {
  private final Target target;
  private final BuiltTarget built;
  private final Plan plan;
  private final RunFolder runFolder;
  private final Path folder;
  private final Sparing sparing;
  private int started;

  /**
   * Starts engines for one run.
   *
   * @param runFolder where they write
   */
  EngineStarter(Target target, BuiltTarget built, Plan plan, RunFolder runFolder, Sparing sparing) {
    this.target = target;
    this.built = built;
    this.plan = plan;
    this.runFolder = runFolder;
    this.folder = runFolder.path().toAbsolutePath();
    this.sparing = sparing;
  }

  /**
   * Starts one more.
   *
   * @param seconds how long it shall work
   * @param isolate whether the port shall run in a worker
   */
  EngineProcess start(double seconds, boolean isolate) throws IOException {
    return start(seconds, isolate, false);
  }

  /** Whether the engines of this run can wait; those that only generate cannot. */
  boolean canSpare() {
    return plan.task() != Task.PROPERTY;
  }

  /**
   * Starts one that waits before its own work until it is told to go.
   *
   * @param isolate whether the port shall run in a worker
   */
  EngineProcess startSpare(double seconds, boolean isolate) throws IOException {
    return start(seconds, isolate, true);
  }

  /**
   * Tells a spare engine to go, with what was learnt since it was started.
   *
   * @return false if it has died
   */
  boolean go(EngineProcess spare) throws IOException {
    return spare.go(spare.orders().sparing(sparing.spared()));
  }

  private EngineProcess start(double seconds, boolean isolate, boolean spare) throws IOException {
    started++;
    String name = "engine-" + started;
    EngineOrders orders =
        new EngineOrders(
            target.name(),
            target.file().toAbsolutePath(),
            built.fuzzLibrary().toAbsolutePath(),
            // The second job and all that are started again fuzz: the properties were the first
            // one's.
            started == 1 || plan.task() == Task.PROPERTY ? plan.task() : Task.COVERAGE,
            seconds,
            plan.seed() + started - 1,
            plan.portCoverage(),
            // Of several engines every second one looks closer and slower: together they find more.
            // With a worker the round trip costs so much more that looking closer is nearly free.
            isolate || started % 2 == 0,
            folder.resolve(name + ".recorder"),
            folder.resolve("divergences"),
            target.grown().toAbsolutePath(),
            List.of(target.seeds().toAbsolutePath(), target.regressions().toAbsolutePath()),
            built.worker().toAbsolutePath(),
            isolate,
            sparing.spared(),
            spare);
    Limits limits = target.settings().limits();
    return EngineProcess.start(
        built.originalClassPath(),
        limits.memoryMibMax(),
        orders,
        new HangWatch(limits.timeMax()),
        folder,
        name);
  }

  /** Has the engines to come spare inputs that begin like those that have ended so. */
  void spare(Death death) {
    if (!death.history().isEmpty()) {
      sparing.costly(death.how(), death.history().getLast());
    }
  }

  /** Whether the disk has no room for what an engine writes. */
  boolean isDiskFull() throws IOException {
    return runFolder.isFull();
  }

  /** Why an engine could not write. */
  IOException unwritable(String lastWords) throws IOException {
    return runFolder.unwritable(lastWords);
  }
}
