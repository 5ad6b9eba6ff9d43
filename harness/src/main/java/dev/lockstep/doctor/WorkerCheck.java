package dev.lockstep.doctor;

import dev.lockstep.Build;
import dev.lockstep.Outcome;
import dev.lockstep.build.BuiltTarget;
import dev.lockstep.build.TargetBuild;
import dev.lockstep.files.SafeFiles;
import dev.lockstep.pair.OriginalLoadException;
import dev.lockstep.port.PortLibrary;
import dev.lockstep.port.PortLoadException;
import dev.lockstep.target.BrokenBaselineException;
import dev.lockstep.target.Limits;
import dev.lockstep.target.Target;
import dev.lockstep.worker.Worker;
import dev.lockstep.worker.WorkerLostException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** Whether a worker answers, how fast, and whether it notices that its port's process is killed. */
public final class WorkerCheck {
  private static final int WARM_UP_TRIPS = 2_000;
  private static final int TRIPS = 4_000;
  private static final Duration NOTICED_WITHIN = Duration.ofSeconds(5);
  private static final double NANOS = 1e9;
  private static final byte[] INPUT = {'t', 'e', 'x', 't'};

  private final Path root;
  private final Consumer<String> progress;

  /**
   * Prepares the check.
   *
   * @param root Lockstep's own folder
   * @param progress takes each line of the builds
   */
  public WorkerCheck(Path root, Consumer<String> progress) {
    this.root = root;
    this.progress = progress;
  }

  Check run() {
    try {
      Path folder = Files.createTempDirectory("lockstep-doctor-");
      try {
        Target target = ZooPair.in(folder, root, "Well", "agrees");
        BuiltTarget built =
            new TargetBuild(root, progress).build(target, EnumSet.of(Build.RELEASE));
        return ask(built, target.settings().limits());
      } finally {
        SafeFiles.removeFolder(folder);
      }
    } catch (BrokenBaselineException
        | PortLoadException
        | OriginalLoadException
        | WorkerLostException e) {
      return Check.missing(
          "worker", String.valueOf(e.getMessage()), "mend that, and run this again");
    } catch (IOException e) {
      return Check.missing("worker", "not tried: " + e, "see to it, and run this again");
    }
  }

  private static Check ask(BuiltTarget built, Limits limits) {
    try (Worker worker =
        Worker.ofPort(built.worker(), built.releaseLibrary(), limits, limits.inputBytesMax())) {
      ask(worker, WARM_UP_TRIPS);
      long start = System.nanoTime();
      ask(worker, TRIPS);
      double seconds = (System.nanoTime() - start) / NANOS;
      String found = String.format(Locale.ROOT, "%,.0f round trips a second", TRIPS / seconds);
      long pid = worker.pid().orElseThrow();
      ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
      Optional<Outcome> end = worker.waitForEnd(NOTICED_WITHIN);
      // The next question goes to a fresh process.
      ask(worker, 1);
      if (end.isPresent() && end.get() instanceof Outcome.Died(String how, String _)) {
        return Check.ok("worker", found + "; the end of a process is noticed: " + how);
      }
      return Check.missing(
          "worker",
          found + ", but nobody noticed that a process was killed",
          "please report it: this system's processes are not what Lockstep expects");
    }
  }

  private static void ask(Worker worker, int times) {
    for (int i = 0; i < times; i++) {
      int status = worker.run(INPUT, false);
      if (status != PortLibrary.VALUE) {
        throw new BrokenBaselineException(
            "a healthy port answers with status " + status, "please report it");
      }
    }
  }
}
