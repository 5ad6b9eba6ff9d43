package dev.lockstep.worker;

import dev.lockstep.Outcome;
import dev.lockstep.cbor.Encoder;
import dev.lockstep.pair.Reply;
import dev.lockstep.port.Exchange;
import dev.lockstep.port.Exchange.Field;
import dev.lockstep.port.Exchange.Phase;
import dev.lockstep.port.Exchange.Turn;
import dev.lockstep.worker.Ends.End;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The process that runs a side, through its keeper: started, seen to be there, killed, started
 * again. What it is asked is {@link Worker}'s affair. Not thread-safe.
 */
final class Child implements AutoCloseable {
  static final long SLICE_NANOS = 20_000_000;
  private static final long LOAD_NANOS_MAX = 60_000_000_000L;
  private static final long KILL_NANOS_MAX = 10_000_000_000L;
  private static final int ATTEMPTS = 3;

  private final Command command;
  private final Exchange exchange;
  private @Nullable Keeper keeper;
  private long starts;
  private boolean closed;
  private Optional<Outcome> lateEnd = Optional.empty();

  /** Whether the process answered, and its end has not been told since. */
  private boolean mayEndLate;

  Child(Command command, Exchange exchange) {
    this.command = command;
    this.exchange = exchange;
  }

  /** How many processes were started so far. */
  long starts() {
    return starts;
  }

  /**
   * Waits whether the process ends by itself although it has answered, as when a thread dies later.
   *
   * @return how it ended; empty if it is still there after this time
   */
  Optional<Outcome> waitForEnd(Duration atMost) {
    long until = System.nanoTime() + atMost.toNanos();
    while (mayEndLate) {
      Turn turn = exchange.turn();
      if (turn == Turn.ENDED) {
        noteLateEnd();
        return takeLateEnd();
      }
      long left = until - System.nanoTime();
      if (left <= 0 || !isRunning()) {
        break;
      }
      exchange.await(turn, Math.min(left, SLICE_NANOS));
    }
    return Optional.empty();
  }

  /**
   * Whether the process that answered last is gone, or about to be, without having been told to.
   */
  boolean isEnding() {
    return mayEndLate && (exchange.turn() == Turn.ENDED || state().isGone());
  }

  /**
   * How a process ended by itself between two questions since this method was last called: it had
   * answered one, and the next went to a fresh process.
   */
  Optional<Outcome> takeLateEnd() {
    Optional<Outcome> end = lateEnd;
    lateEnd = Optional.empty();
    return end;
  }

  /** Ends the process, if one is running: the next question goes to a fresh one. */
  void renew() {
    mayEndLate = false;
    if (isRunning()) {
      try {
        kill();
      } catch (WorkerLostException e) {
        // It took the process along.
      }
    }
  }

  /** Notes that the process has answered: if it ends now, it ends late. */
  void answered() {
    mayEndLate = true;
  }

  /** Notes that the process has ended instead of answering. */
  void ended() {
    mayEndLate = false;
  }

  /** How it ended. */
  End end() {
    return Ends.of(exchange, command.isJvm());
  }

  /** Whether the keeper is there. */
  boolean isKept() {
    return keeper != null && keeper.isAlive();
  }

  ProcessState state() {
    return ProcessState.of(exchange.get(Field.CHILD_PID));
  }

  /** Sees to it that there is a process that can be asked. */
  void ready() {
    for (int attempt = 1; ; attempt++) {
      if (!isRunning()) {
        start();
      }
      Turn turn = awaitOtherThan(LOAD_NANOS_MAX, Turn.STARTING);
      if (turn == Turn.STARTING) {
        kill();
        throw command.refusal("it did not load within a minute");
      }
      if (turn != Turn.ENDED) {
        return;
      }
      // One that was killed while it was loading says nothing about the side.
      Phase phase = exchange.phase();
      boolean refused =
          phase == Phase.REFUSED || (phase == Phase.LOADING && !Ends.isKilled(exchange));
      if (!mayEndLate && (refused || attempt == ATTEMPTS)) {
        throw command.refusal(Ends.whyNotLoaded(exchange, command.isJvm()));
      }
    }
  }

  /** Starts a process. The one before must have ended. */
  void start() {
    if (closed) {
      throw new IllegalStateException("this worker is closed");
    }
    noteLateEnd();
    if (keeper == null || !keeper.isAlive()) {
      if (keeper != null) {
        exchange.killProcessGroup();
        keeper.stop();
      }
      keeper = Keeper.start(command.line(exchange.file()), command.variables());
    }
    exchange.setTurn(Turn.STARTING);
    starts++;
    keeper.startChild();
  }

  /** Ends the process, and waits for its end. */
  void kill() {
    if (keeper == null || !keeper.isAlive()) {
      throw lost();
    }
    mayEndLate = false;
    keeper.killChild();
    long until = System.nanoTime() + KILL_NANOS_MAX;
    for (Turn turn = exchange.turn(); turn != Turn.ENDED; turn = exchange.turn()) {
      if (awaitOtherThan(until - System.nanoTime(), turn) == turn) {
        throw lost();
      }
    }
  }

  /** Waits until the turn is another than this one; returns this one if the time is over. */
  private Turn awaitOtherThan(long nanosMax, Turn turn) {
    long until = System.nanoTime() + nanosMax;
    while (exchange.turn() == turn) {
      long left = until - System.nanoTime();
      if (left <= 0) {
        return turn;
      }
      if (!isKept()) {
        throw lost();
      }
      exchange.await(turn, Math.min(left, SLICE_NANOS));
    }
    return exchange.turn();
  }

  /** Whether there is a process that has not ended. */
  boolean isRunning() {
    return isKept() && exchange.turn() != Turn.ENDED;
  }

  private void noteLateEnd() {
    if (mayEndLate && exchange.turn() == Turn.ENDED) {
      End end = end();
      Encoder encoder = new Encoder();
      encoder.encode(end.texts(), Encoder.Detail.TERSE);
      lateEnd = Optional.of(Reply.outcome(end.status(), encoder.toByteArray()));
    }
    mayEndLate = false;
  }

  /** What to throw when the keeper is gone. */
  WorkerLostException lost() {
    Keeper gone = keeper;
    keeper = null;
    mayEndLate = false;
    if (gone == null) {
      return new WorkerLostException("no worker is running", null);
    }
    // Its child dies with it, but what the child has started does not.
    exchange.killProcessGroup();
    WorkerLostException lost = gone.lost();
    gone.stop();
    return lost;
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    if (keeper != null) {
      keeper.stop();
      exchange.killProcessGroup(); // if somebody has killed the keeper before
    }
    exchange.close();
  }
}
