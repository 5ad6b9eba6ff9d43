package dev.lockstep.supervise;

import dev.lockstep.finding.Death;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The thread on which a run's intake works, so that nobody who watches an engine waits for it. Used
 * by one other thread.
 */
final class FilingThread implements AutoCloseable {
  private static final long LOOK_NANOS = 500_000_000;
  private static final long END_SECONDS_MAX = 20;

  private final Intake intake;
  private final RunFolder folder;
  private final Deque<Ended> ended = new ArrayDeque<>();
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("filing").factory());
  private @Nullable Future<Boolean> work;
  private long lookedNanos = System.nanoTime() - LOOK_NANOS;

  FilingThread(Intake intake, RunFolder folder) {
    this.intake = intake;
    this.folder = folder;
  }

  /** Hands over an engine that died. What it left behind stays until its death is filed. */
  void add(EngineProcess engine, Death death) {
    ended.add(new Ended(engine, death));
  }

  /**
   * Starts the next piece of work if the last one is done.
   *
   * @throws IOException if the last one could not write
   */
  void goOn() throws IOException, InterruptedException {
    if (work != null && !work.isDone()) {
      return;
    }
    boolean more = work != null && result(work);
    work = null;
    Ended next = ended.poll();
    if (next != null) {
      work = thread.submit(() -> take(next));
    } else if (more || System.nanoTime() - lookedNanos >= LOOK_NANOS) {
      lookedNanos = System.nanoTime();
      work = thread.submit(() -> intake.takeNext(folder));
    }
  }

  /** Does all that is left to do. */
  void finish(Duration time) throws IOException, InterruptedException {
    if (work != null) {
      result(work);
      work = null;
    }
    result(
        thread.submit(
            (Callable<Boolean>)
                () -> {
                  for (Ended next = ended.poll(); next != null; next = ended.poll()) {
                    take(next);
                  }
                  intake.takeTheRest(folder, time);
                  return false;
                }));
  }

  /** Lets the piece of work end that is being done. */
  @Override
  public void close() {
    thread.shutdown();
    try {
      thread.awaitTermination(END_SECONDS_MAX, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean take(Ended next) throws IOException {
    intake.takeDeath(next.death);
    next.engine.forget();
    return true;
  }

  private static boolean result(Future<Boolean> work) throws IOException, InterruptedException {
    try {
      return work.get();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case IOException cause -> throw cause;
        case RuntimeException cause -> throw cause;
        case Error cause -> throw cause;
        case null, default -> throw new IllegalStateException(e);
      }
    }
  }

  private record Ended(EngineProcess engine, Death death) {}
}
