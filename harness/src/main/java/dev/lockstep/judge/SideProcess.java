package dev.lockstep.judge;

import dev.lockstep.Outcome;
import dev.lockstep.Side;
import dev.lockstep.pair.Reply;
import dev.lockstep.port.Counters;
import dev.lockstep.port.PortCoverage;
import dev.lockstep.port.PortLibrary;
import dev.lockstep.worker.Usage;
import dev.lockstep.worker.Worker;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * One side in a process of its own, and what that process has been asked so far. Not thread-safe.
 */
final class SideProcess implements AutoCloseable {
  /** A side that depends on earlier inputs mostly depends on recent ones. */
  private static final int ASKED_MAX = 4_096;

  private static final long ASKED_BYTES_MAX = 16L << 20;

  /** A thread that is left running may end the process a little later. */
  private static final Duration LATE = Duration.ofMillis(500);

  private static final String THREAD_LEFT = "left a thread running";

  private final Side side;
  private final Worker worker;
  private final int inputBytesMax;
  private final Deque<byte[]> asked = new ArrayDeque<>();
  private long askedBytes;
  private long starts;

  /**
   * Takes a worker over.
   *
   * @param inputBytesMax the longest input for which the target's time is meant: a longer one gets
   *     as many times more
   */
  SideProcess(Side side, Worker worker, int inputBytesMax) {
    this.side = side;
    this.worker = worker;
    this.inputBytesMax = inputBytesMax;
  }

  /** Begins to start the process, without waiting for it. */
  void warmUp() {
    worker.warmUp();
  }

  /** Starts the process, so that what does not load is known now. */
  void start() {
    worker.load();
  }

  /**
   * Asks the process that is running, or a new one if it has ended.
   *
   * @return a status of {@link dev.lockstep.port.PortLibrary} or {@link Reply}
   */
  int run(byte[] input, boolean explain) {
    return run(input, explain, 1);
  }

  /** A copy of the last reply. */
  byte[] copyReply() {
    return worker.copyReply();
  }

  /**
   * What it makes of a case's input, asked without those before. What it writes, it reads, and then
   * what the other side wrote of it.
   */
  Outcome outcome(Case asked, boolean explain) {
    return outcome(asked, explain, 1);
  }

  private Outcome outcome(Case asked, boolean explain, int factor) {
    int status = run(asked.input(), explain, factor);
    if (status != PortLibrary.WRITTEN) {
      return last(status);
    }
    byte[] own = worker.copyReply();
    Outcome ofOwn = read(own, explain, factor);
    return new Outcome.Wrote(
        own,
        Optional.of(ofOwn),
        asked
            .writtenBeside(side)
            .map(work -> Arrays.equals(work, own) ? ofOwn : read(work, explain, factor)));
  }

  /** What it makes of what a side wrote of the input that it was asked about last. */
  Outcome read(byte[] work) {
    return read(work, false, 1);
  }

  private Outcome read(byte[] work, boolean explain, int factor) {
    if (work.length > Reply.WRITTEN_BYTES_MAX) {
      return Reply.writtenTooLong();
    }
    worker.setTimeFactor(factor * sizes(work));
    return last(worker.read(work, explain));
  }

  /** Whether the last reply is the last one of another side. */
  boolean saidTheSameAs(SideProcess other) {
    byte[] theirs = other.worker.copyReply();
    return worker.replyIs(theirs, theirs.length);
  }

  /** The outcome of the last question. */
  Outcome last(int status) {
    return Reply.outcome(status, worker.copyReply());
  }

  /** Runs a case from a fresh process on, and looks at what it leaves behind. */
  Seen fresh(Case fresh) {
    runBefore(fresh);
    return inspect(fresh);
  }

  /** Starts a fresh process, and runs what has to go before a case's input. */
  void runBefore(Case fresh) {
    renew();
    for (byte[] before : fresh.before()) {
      outcome(Case.of(before), false);
    }
  }

  /**
   * Asks the process that is running, and looks at what it leaves behind. What it writes, it reads,
   * and then what the other side wrote.
   */
  Seen inspect(Case asked) {
    int status = inspected(asked.input());
    remember(asked.input());
    if (status != PortLibrary.WRITTEN) {
      return seen(Reply.outcome(status, worker.copyReply()));
    }
    byte[] own = worker.copyReply();
    Seen writing = seen(new Outcome.Wrote(own, Optional.empty(), Optional.empty()));
    if (!writing.outcome().answered()) {
      return writing;
    }
    Seen ofOwn = inspectReading(own);
    Optional<byte[]> theirs = asked.writtenBeside(side);
    if (theirs.isEmpty() || Arrays.equals(theirs.get(), own)) {
      return writing.and(ofOwn).with(wrote(own, ofOwn, theirs.map(_ -> ofOwn)));
    }
    Seen ofTheirs = inspectReading(theirs.get());
    return writing.and(ofOwn).and(ofTheirs).with(wrote(own, ofOwn, Optional.of(ofTheirs)));
  }

  private static Outcome wrote(byte[] own, Seen ofOwn, Optional<Seen> ofTheirs) {
    return new Outcome.Wrote(own, Optional.of(ofOwn.outcome()), ofTheirs.map(Seen::outcome));
  }

  private Seen inspectReading(byte[] work) {
    return work.length > Reply.WRITTEN_BYTES_MAX
        ? new Seen(Reply.writtenTooLong(), List.of(), Usage.NONE)
        : seen(Reply.outcome(inspected(work), worker.copyReply()));
  }

  private int inspected(byte[] bytes) {
    worker.setTimeFactor(sizes(bytes));
    return worker.inspect(bytes, false);
  }

  /** What is to be seen of the process, now that it has said this. */
  private Seen seen(Outcome outcome) {
    Seen seen = new Seen(outcome, worker.effects(), worker.usage());
    if (!seen.outcome().answered()) {
      return seen;
    }
    boolean mayEnd = seen.effects().contains(THREAD_LEFT) || worker.isEnding();
    return worker
        .waitForEnd(mayEnd ? LATE : Duration.ZERO)
        .map(end -> new Seen(after(end), seen.effects(), seen.usage()))
        .orElse(seen);
  }

  /**
   * Which of the port's edges an input reaches; only of a worker with coverage.
   *
   * @return empty if it did not answer
   */
  Optional<BitSet> edges(byte[] input) {
    // Twice: the first time of all, a port may set up tables that it keeps.
    outcome(Case.of(input), false);
    return edgesAtOnce(input);
  }

  /** Like {@link #edges}, with what a port does only the first time. */
  Optional<BitSet> edgesAtOnce(byte[] input) {
    if (!outcome(Case.of(input), false).lives()) {
      return Optional.empty();
    }
    PortCoverage coverage = worker.coverage();
    return Optional.of(new Counters(coverage.counters()).hit(coverage.countersLength()));
  }

  /** Asks with so many times more time than the target gives. */
  Outcome withTime(int factor, Case asked) {
    return outcome(asked, false, factor);
  }

  /** Ends the process: the next question goes to a fresh one. */
  void renew() {
    worker.renew();
    forget();
  }

  /** What the process was asked since it was started, oldest first, the last question included. */
  List<byte[]> asked() {
    return List.copyOf(asked);
  }

  @Override
  public void close() {
    worker.close();
  }

  private int run(byte[] input, boolean explain, int factor) {
    worker.setTimeFactor(factor * sizes(input));
    int status = worker.run(input, explain);
    remember(input);
    return status;
  }

  /** How many times as long as the longest that is meant. */
  private int sizes(byte[] input) {
    return Math.max(1, Math.ceilDiv(input.length, inputBytesMax));
  }

  private static Outcome after(Outcome end) {
    return end instanceof Outcome.Died(String how, String detail)
        ? new Outcome.Died(how + " after it had answered", detail)
        : end;
  }

  private void remember(byte[] input) {
    if (worker.starts() != starts) {
      starts = worker.starts();
      forget();
    }
    asked.add(input);
    askedBytes += input.length;
    while (asked.size() > ASKED_MAX || (askedBytes > ASKED_BYTES_MAX && asked.size() > 1)) {
      askedBytes -= asked.removeFirst().length;
    }
  }

  private void forget() {
    asked.clear();
    askedBytes = 0;
  }
}
