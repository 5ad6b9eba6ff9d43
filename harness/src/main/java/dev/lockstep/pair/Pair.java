package dev.lockstep.pair;

import dev.lockstep.Build;
import dev.lockstep.Outcome;
import dev.lockstep.Side;
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
   * @return whether both gave the same value or the same rejection; otherwise the outcomes say more
   */
  public boolean agree(byte[] input) {
    runBoth(input, false);
    return originalStatus == portStatus
        && (originalStatus == PortLibrary.VALUE || originalStatus == PortLibrary.REJECTED)
        && port.replyIs(original.buffer(), original.length());
  }

  /** Runs both sides and has them explain themselves. */
  public Outcomes explain(byte[] input) {
    runBoth(input, true);
    return outcomes();
  }

  /** The outcomes of the last run, copied out of the buffers that both sides reuse. */
  public Outcomes outcomes() {
    byte[] answer =
        originalStatus == Reply.OUT_OF_MEMORY
            ? new byte[0]
            : Arrays.copyOf(original.buffer(), original.length());
    return new Outcomes(
        Reply.outcome(originalStatus, answer), Reply.outcome(portStatus, port.copyReply()));
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
    return originalStatus == Reply.OUT_OF_MEMORY;
  }

  /** Runs the port alone. */
  public void runPort(byte[] input, boolean explain) {
    slot.running(portActivity, System.nanoTime());
    portStatus = port.run(input, explain);
    slot.running(Activity.IDLE, System.nanoTime());
  }

  /** Runs the original alone, without encoding what it says: what it costs by itself. */
  public void observeOriginal(byte[] input) {
    try {
      consumed = original.observe(input);
    } catch (OutOfMemoryError e) {
      throw e;
    } catch (Throwable e) {
      consumed = e;
    }
  }

  private void runBoth(byte[] input, boolean explain) {
    long start = System.nanoTime();
    slot.running(portActivity, start);
    portStatus = port.run(input, explain);
    long between = System.nanoTime();
    slot.running(Activity.ORIGINAL, between);
    try {
      originalStatus = original.run(input, explain);
    } catch (OutOfMemoryError e) {
      originalStatus = Reply.OUT_OF_MEMORY;
    }
    long end = System.nanoTime();
    slot.running(Activity.IDLE, end);
    portNanos = between - start;
    originalNanos = end - between;
  }

  /**
   * How both sides ended.
   *
   * @param original the Java side
   * @param port the Rust side
   */
  public record Outcomes(Outcome original, Outcome port) {

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
      if (before instanceof Outcome.TimedOut != now instanceof Outcome.TimedOut) {
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
      };
    }
  }
}
