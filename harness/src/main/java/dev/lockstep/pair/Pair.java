package dev.lockstep.pair;

import dev.lockstep.Build;
import dev.lockstep.Outcome;
import dev.lockstep.Side;
import dev.lockstep.Way;
import dev.lockstep.Written;
import dev.lockstep.port.InputSlot;
import dev.lockstep.port.InputSlot.Activity;
import dev.lockstep.port.PortLibrary;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An original and one build of its port, run one after the other on the same input. Not
 * thread-safe.
 *
 * <p>The port goes first: if it ends the process, the recorder says so.
 */
public final class Pair {
  private final OriginalSide original;
  private final Runner port;
  private final Activity portActivity;
  private final InputSlot slot;
  private final Crossing crossing;
  private boolean crossed;
  private boolean tainted;

  /** When the side that ran last was done. */
  private long now;

  private int originalStatus;
  private int portStatus;
  private long portNanos;
  private long originalNanos;

  /** Keeps the compiler from leaving out work whose result nobody reads. */
  @SuppressWarnings("UnusedVariable")
  private volatile @Nullable Object consumed;

  /**
   * Puts a pair together.
   *
   * @param portActivity what to note while the port runs
   * @param slot takes the notes
   */
  public Pair(OriginalSide original, Runner port, Activity portActivity, InputSlot slot) {
    this.original = original;
    this.port = port;
    this.portActivity = portActivity;
    this.slot = slot;
    this.crossing =
        new Crossing(
            new Crossing.Sides() {
              @Override
              public int originalReads(byte[] written, boolean explain) {
                return runOriginal(written, explain);
              }

              @Override
              public int portReads(byte[] written, boolean explain) {
                return runPort(written, false, explain);
              }
            },
            original,
            port);
  }

  /**
   * Puts a pair together whose port runs in this process.
   *
   * @param slot where the port reads its input from
   */
  public Pair(OriginalSide original, PortLibrary port, Build build, InputSlot slot) {
    this(
        original,
        new LocalPort(port, slot),
        switch (build) {
          case RELEASE -> Activity.PORT_RELEASE;
          case FUZZ -> Activity.PORT_FUZZ;
          case ADDRESS -> throw new IllegalArgumentException("it runs in a worker only");
        },
        slot);
  }

  /**
   * Runs both sides and compares bytes: the hot path.
   *
   * @return whether both gave the same value or the same rejection, or read alike what each wrote;
   *     otherwise the outcomes say more
   */
  public boolean agree(byte[] input) {
    runBoth(input, false);
    if (crossed) {
      return crossing.run(false);
    }
    return originalStatus == portStatus
        && (originalStatus == PortLibrary.VALUE || originalStatus == PortLibrary.REJECTED)
        && port.replyIs(original.buffer(), original.length());
  }

  /** Runs both sides and has them explain themselves. */
  public Outcomes explain(byte[] input) {
    runBoth(input, true);
    if (crossed) {
      boolean _ = crossing.run(true);
    }
    return outcomes();
  }

  /** The outcomes of the last run, copied out of the buffers that both sides reuse. */
  public Outcomes outcomes() {
    if (crossed) {
      return crossing.outcomes();
    }
    byte[] answer =
        originalStatus == Reply.OUT_OF_MEMORY
            ? new byte[0]
            : Arrays.copyOf(original.buffer(), original.length());
    return new Outcomes(outcome(originalStatus, answer), outcome(portStatus, port.copyReply()));
  }

  /** Who writes while the other does not is not asked to read. */
  private static Outcome outcome(int status, byte[] answer) {
    return status == PortLibrary.WRITTEN
        ? new Outcome.Wrote(answer, Optional.empty(), Optional.empty())
        : Reply.outcome(status, answer);
  }

  /** How long the port took in the last run of both, in nanoseconds of wall time. */
  public long portNanos() {
    return portNanos;
  }

  /** How long the original took in the last run of both, its encoding included. */
  public long originalNanos() {
    return originalNanos;
  }

  /**
   * Whether the original ran out of memory in the last run: nothing in this process is sure then.
   */
  public boolean tainted() {
    return tainted;
  }

  /** Runs the port alone; what it writes, it reads. */
  public void runPort(byte[] input, boolean explain) {
    slot.running(portActivity, System.nanoTime());
    portStatus = port.run(input, explain);
    if (portStatus == PortLibrary.WRITTEN) {
      int _ = port.read(port.copyReply(), explain);
    }
    slot.running(Activity.IDLE, System.nanoTime());
  }

  /**
   * Runs the original alone, without encoding what it says: what it costs by itself. What it
   * writes, it reads.
   */
  public void observeOriginal(byte[] input) {
    try {
      Object answer = original.observe(input);
      consumed = answer instanceof Written(byte[] written) ? original.observe(written) : answer;
    } catch (OutOfMemoryError e) {
      throw e;
    } catch (Throwable e) {
      consumed = e;
    }
  }

  private void runBoth(byte[] input, boolean explain) {
    portNanos = 0;
    originalNanos = 0;
    tainted = false;
    now = System.nanoTime();
    portStatus = runPort(input, true, explain);
    originalStatus = runOriginal(input, explain);
    crossed = originalStatus == PortLibrary.WRITTEN && portStatus == PortLibrary.WRITTEN;
  }

  private int runPort(byte[] input, boolean isFirst, boolean explain) {
    long start = now;
    slot.running(portActivity, start);
    int status = isFirst ? port.run(input, explain) : port.read(input, explain);
    now = System.nanoTime();
    portNanos += now - start;
    return status;
  }

  private int runOriginal(byte[] input, boolean explain) {
    long start = now;
    slot.running(Activity.ORIGINAL, start);
    int status;
    try {
      status = original.run(input, explain);
    } catch (OutOfMemoryError e) {
      status = Reply.OUT_OF_MEMORY;
      tainted = true;
    }
    now = System.nanoTime();
    slot.running(Activity.IDLE, now);
    originalNanos += now - start;
    return status;
  }

  /**
   * How both sides ended.
   *
   * @param original the Java side
   * @param port the Rust side
   */
  public record Outcomes(Outcome original, Outcome port) {

    /**
     * What the sides made of the work that a way of a round trip is about; where they wrote
     * different things, each of its own.
     *
     * @return these same outcomes if the sides did not both write
     */
    public Outcomes in(Way way) {
      if (!(original instanceof Outcome.Wrote left) || !(port instanceof Outcome.Wrote right)) {
        return this;
      }
      Side leftReads = way.writer().orElse(Side.ORIGINAL);
      Side rightReads = way.writer().orElse(Side.PORT);
      return new Outcomes(
          (leftReads == Side.ORIGINAL ? left.own() : left.others()).orElseThrow(),
          (rightReads == Side.PORT ? right.own() : right.others()).orElseThrow());
    }

    /** What the sides read in a way of a round trip, if there is such a work. */
    public Optional<byte[]> work(Way way) {
      return way.writer()
          .map(writer -> writer == Side.ORIGINAL ? original : port)
          .filter(Outcome.Wrote.class::isInstance)
          .map(wrote -> ((Outcome.Wrote) wrote).written());
    }

    /**
     * Compares with an earlier run on the same input.
     *
     * @return {@code nondeterministic original} or {@code nondeterministic port} if that side now
     *     says something else; {@code near the limit …} if it only was in time once
     */
    public Optional<String> changedSince(Outcomes earlier) {
      return changed(earlier.original, original, Side.ORIGINAL)
          .or(() -> changed(earlier.port, port, Side.PORT));
    }

    private static Optional<String> changed(Outcome before, Outcome now, Side side) {
      if (before.timedOut() != now.timedOut()) {
        return Optional.of("near the limit of time of the " + side.word());
      }
      return isSame(before, now)
          ? Optional.empty()
          : Optional.of("nondeterministic " + side.word());
    }

    /** The words for people about an end may differ: addresses, what was printed last. */
    private static boolean isSame(Outcome before, Outcome now) {
      return switch (before) {
        case Outcome.TimedOut _ -> now instanceof Outcome.TimedOut;
        case Outcome.OutOfMemory _ -> now instanceof Outcome.OutOfMemory;
        case Outcome.Died(String how, String _) ->
            now instanceof Outcome.Died(String nowHow, String _) && how.equals(nowHow);
        case Outcome.Value _, Outcome.Rejected _, Outcome.Crashed _, Outcome.Unsupported _ ->
            before.equals(now);
        case Outcome.Wrote wrote -> wrote.sameAs(now);
      };
    }
  }
}
