package dev.lockstep.pile;

import dev.lockstep.Build;
import dev.lockstep.Verdict;
import dev.lockstep.judge.Judge;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Judges the inputs of a pile, several at once, and hands the verdicts out in the pile's order. */
public final class PileRun {
  /** What a run needs. */
  public record Plan(
      List<Input> inputs, Map<String, Judged> known, Map<String, byte[]> given, Build build) {}

  /** Where the verdicts go. */
  public interface Sink {
    /**
     * One that was judged just now, in any order; one call at a time.
     *
     * @throws IOException if it cannot be kept: the run ends
     */
    void fresh(Judged judged) throws IOException;

    /** Why an input could not be read; one call at a time. */
    void unreadable(Input input, String why);

    /** One verdict after the other, in the order of the pile; one call at a time. */
    void next(Judged judged);
  }

  private final Plan plan;
  private final Sink sink;
  private final BooleanSupplier stop;
  private final @Nullable Judged[] done;
  private final AtomicInteger taken = new AtomicInteger();
  private final AtomicBoolean failed = new AtomicBoolean();
  private int handedOut;

  /**
   * Prepares a run.
   *
   * @param stop asked before each input
   */
  public PileRun(Plan plan, Sink sink, BooleanSupplier stop) {
    this.plan = plan;
    this.sink = sink;
    this.stop = stop;
    this.done = new Judged[plan.inputs().size()];
  }

  /**
   * Judges all inputs.
   *
   * @param judge for this thread
   * @param more makes the judges of the other threads, each in the thread that will use it: a
   *     process that a thread has started ends with that thread
   * @param jobs how many threads
   * @throws IOException if a verdict cannot be kept
   */
  public void run(Judge judge, Supplier<Judge> more, int jobs)
      throws IOException, InterruptedException {
    AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    List<Thread> threads = new ArrayList<>();
    for (int i = 1; i < jobs; i++) {
      threads.add(
          Thread.ofPlatform()
              .name("pile-" + i)
              .start(() ->
                  guarded(
                      failure,
                      () -> {
                        try (Judge own = more.get()) {
                          work(own);
                        }
                      })));
    }
    guarded(failure, () -> work(judge));
    for (Thread thread : threads) {
      thread.join();
    }
    rethrow(failure.get());
    handOutTheRest();
  }

  private void guarded(AtomicReference<@Nullable Throwable> failure, Work work) {
    try {
      work.run();
    } catch (IOException | RuntimeException | Error e) {
      failure.compareAndSet(null, e);
      failed.set(true);
    }
  }

  private static void rethrow(@Nullable Throwable failure) throws IOException {
    switch (failure) {
      case null -> {}
      case IOException e -> throw e;
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      default -> throw new IllegalStateException(failure);
    }
  }

  private void work(Judge judge) throws IOException {
    try (InputReader reader =
        new InputReader(plan.given(), Math.toIntExact(Judge.INPUT_BYTES_MAX))) {
      while (!failed.get() && !stop.getAsBoolean()) {
        int at = taken.getAndIncrement();
        if (at >= done.length) {
          return;
        }
        Input input = plan.inputs().get(at);
        Judged known = plan.known().get(input.name());
        if (known != null && known.isAbout(input)) {
          finished(at, known, false);
        } else {
          finished(at, Judged.of(input, verdict(judge, reader, input)), true);
        }
      }
    }
  }

  private Verdict verdict(Judge judge, InputReader reader, Input input) {
    if (input.problem().isPresent()) {
      if (input.problem().get().startsWith(InputReader.UNREADABLE)) {
        unreadable(input, input.problem().get());
      }
      return new Verdict.Incomparable(input.problem().get());
    }
    byte[] bytes;
    try {
      bytes = input.bytes() > Judge.INPUT_BYTES_MAX ? new byte[0] : reader.read(input);
    } catch (IOException e) {
      unreadable(input, reason(e));
      return new Verdict.Incomparable(InputReader.UNREADABLE);
    }
    if (Math.max(bytes.length, input.bytes()) > Judge.INPUT_BYTES_MAX) {
      return new Verdict.Incomparable(
          String.format(Locale.ROOT, "larger than %,d bytes", Judge.INPUT_BYTES_MAX));
    }
    return judge.examine(bytes, plan.build());
  }

  private static String reason(IOException e) {
    return e instanceof AccessDeniedException
        ? "permission denied"
        : String.valueOf(e.getMessage());
  }

  private synchronized void unreadable(Input input, String why) {
    sink.unreadable(input, why);
  }

  private synchronized void finished(int at, Judged judged, boolean fresh) throws IOException {
    if (fresh) {
      sink.fresh(judged);
    }
    done[at] = judged;
    while (handedOut < done.length && done[handedOut] != null) {
      handOut(handedOut++);
    }
  }

  /** What was judged behind the place where a run was stopped. */
  private synchronized void handOutTheRest() {
    while (handedOut < done.length) {
      handOut(handedOut++);
    }
  }

  private void handOut(int at) {
    Judged judged = done[at];
    if (judged != null) {
      sink.next(judged);
      done[at] = null;
    }
  }

  @FunctionalInterface
  private interface Work {
    void run() throws IOException;
  }
}
