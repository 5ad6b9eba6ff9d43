package dev.lockstep.worker;

import dev.lockstep.Outcome;
import dev.lockstep.cbor.Encoder;
import dev.lockstep.pair.Reply;
import dev.lockstep.pair.Runner;
import dev.lockstep.port.Comparisons;
import dev.lockstep.port.Exchange;
import dev.lockstep.port.Exchange.Field;
import dev.lockstep.port.Exchange.Turn;
import dev.lockstep.port.PortCoverage;
import dev.lockstep.port.PortLibrary;
import dev.lockstep.target.Limits;
import dev.lockstep.worker.Ends.End;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One side of a target in a process of its own ({@code docs/worker.md}). Starts the process when it
 * is first asked, and again after it ended. Not thread-safe.
 *
 * <p>Whatever the side does is an answer: a status of {@link PortLibrary} or of {@link Reply}.
 * Three things are thrown instead, by all methods that may start the process:
 *
 * <ul>
 *   <li>{@link dev.lockstep.port.PortLoadException} if the port does not load,
 *   <li>{@link dev.lockstep.pair.OriginalLoadException} if the original does not,
 *   <li>{@link WorkerLostException} if the worker itself ended twice in a row.
 * </ul>
 */
public final class Worker implements Runner, AutoCloseable {
  /** How much longer than with the processor a side may take without it. */
  private static final int WAITING_FACTOR = 4;

  /** How much more time a port takes with AddressSanitizer. */
  private static final int SANITIZED_FACTOR = 3;

  /** What its report may take: it asks another program for lines of code. */
  private static final Duration REPORT_TIME = Duration.ofSeconds(3);

  private static final int TOO_LONG = 16;
  private static final int NO_ADDRESS = 17;
  private static final int OUT_OF_MEMORY = 18;
  private static final int[] GRACE_MILLIS = {2, 4, 8, 16, 32};

  private final Command command;
  private final Duration timeMax;
  private final Exchange exchange;
  private final Child child;
  private final Encoder encoder = new Encoder();
  private int timeFactor = 1;

  /** The reply of a side that did not get to answer; else it lies in the exchange. */
  private byte @Nullable [] ownReply;

  private Usage usage = Usage.NONE;
  private List<String> effects = List.of();

  private Worker(Command command, Limits limits, Exchange exchange) {
    this.command = command;
    this.timeMax = limits.timeMax();
    this.exchange = exchange;
    this.child = new Child(command, exchange);
  }

  /**
   * A worker for a port.
   *
   * @param workerBinary the program {@code lockstep-worker}
   * @param library the port, in any build
   * @param inputBytesMax the longest input that it will be asked about
   */
  public static Worker ofPort(Path workerBinary, Path library, Limits limits, int inputBytesMax) {
    return ofPort(workerBinary, library, limits, inputBytesMax, Optional.empty());
  }

  /**
   * A worker for a port that may give one wrong answer on purpose.
   *
   * @param canary the file of the divergence to plant ({@code docs/seam.md}), if there is one
   */
  public static Worker ofPort(
      Path workerBinary, Path library, Limits limits, int inputBytesMax, Optional<Path> canary) {
    return new Worker(
        new Command.Port(workerBinary, library, limits, canary),
        limits,
        Exchange.create(inputBytesMax, false));
  }

  /**
   * A worker for a port that was built with AddressSanitizer. It has no memory limit: the sanitizer
   * takes more address space than any limit leaves it. And it has more time: to be slow, and to
   * write its report.
   *
   * @param workerBinary the program {@code lockstep-worker}, built with it as well
   * @param inputBytesMax the longest input that it will be asked about
   */
  public static Worker ofSanitizedPort(
      Path workerBinary, Path library, Limits limits, int inputBytesMax) {
    return new Worker(
        new Command.SanitizedPort(workerBinary, library, limits),
        slower(limits),
        Exchange.create(inputBytesMax, false));
  }

  /**
   * A worker for the fuzz build of a port whose coverage comes back after each answer: see {@link
   * #coverage} and {@link #comparisons}.
   *
   * @param inputBytesMax the longest input that it will be asked about
   */
  public static Worker ofPortWithCoverage(
      Path workerBinary, Path library, Limits limits, int inputBytesMax) {
    return new Worker(
        new Command.Port(workerBinary, library, limits, Optional.empty()),
        limits,
        Exchange.create(inputBytesMax, true));
  }

  /**
   * A worker for an original, in a JVM.
   *
   * @param className the adapter
   * @param classPath of the target; Lockstep's own goes before it
   * @param inputBytesMax the longest input that it will be asked about
   */
  public static Worker ofOriginal(
      Path workerBinary, String className, List<Path> classPath, Limits limits, int inputBytesMax) {
    return new Worker(
        new Command.Jvm(workerBinary, className, List.copyOf(classPath), limits),
        limits,
        Exchange.create(inputBytesMax, false));
  }

  /** Starts the process, if none is running, and does not wait until it can be asked. */
  public void warmUp() {
    retried(() -> {
      if (!child.isRunning()) {
        child.start();
      }
      return true;
    });
  }

  /** Starts the process, if none is running, and waits until it can be asked. */
  public void load() {
    retried(() -> {
      child.ready();
      return true;
    });
  }

  /**
   * Runs the side once. If the worker itself is lost while it runs, asks once more.
   *
   * @throws IllegalArgumentException if the input is longer than was said
   */
  @Override
  public int run(byte[] input, boolean explain) {
    return ask(input, explain ? Exchange.EXPLAIN : 0);
  }

  @Override
  public int read(byte[] written, boolean explain) {
    return ask(written, Exchange.KEEP | (explain ? Exchange.EXPLAIN : 0));
  }

  /** Like {@link #run}, and notes what the side leaves behind: {@link #effects}. Slower. */
  public int inspect(byte[] input, boolean explain) {
    return ask(input, Exchange.INSPECT | (explain ? Exchange.EXPLAIN : 0));
  }

  @Override
  public long replyLength() {
    return ownReply == null ? exchange.get(Field.REPLY_LENGTH) : ownReply.length;
  }

  @Override
  public boolean replyIs(byte[] expected, int length) {
    return ownReply == null
        ? exchange.replyIs(expected, length)
        : Arrays.equals(ownReply, 0, ownReply.length, expected, 0, length);
  }

  @Override
  public byte[] copyReply() {
    return ownReply == null ? exchange.reply() : ownReply.clone();
  }

  /** What the last answer took; all zero if the last question ended the process. */
  public Usage usage() {
    return usage;
  }

  /**
   * What the last inspected question left behind, sorted, in words that are the same every time,
   * such as {@code changed the working directory}. Empty if it was not inspected or ended the
   * process.
   */
  public List<String> effects() {
    return effects;
  }

  /**
   * Waits whether the process ends by itself although it has answered, as when a thread dies later.
   *
   * @return how it ended; empty if it is still there after this time
   */
  public Optional<Outcome> waitForEnd(Duration atMost) {
    return child.waitForEnd(atMost);
  }

  /**
   * Whether the process that answered last is gone, or about to be, without having been told to.
   */
  public boolean isEnding() {
    return child.isEnding();
  }

  /**
   * How a process ended by itself between two questions since this method was last called: it had
   * answered one, and the next went to a fresh process.
   */
  public Optional<Outcome> takeLateEnd() {
    return child.takeLateEnd();
  }

  /** Ends the process, if one is running: the next question goes to a fresh one. */
  public void renew() {
    child.renew();
  }

  /**
   * Gives the side this many times the target's time from now on, to confirm that it hangs. A
   * time-out names the target's own limit all the same.
   *
   * @param factor at least 1, which is what holds at first
   */
  public void setTimeFactor(int factor) {
    if (factor < 1) {
      throw new IllegalArgumentException("a factor of " + factor);
    }
    timeFactor = factor;
  }

  /** How many processes were started so far. */
  public long starts() {
    return child.starts();
  }

  /** The number of the process that runs the side, while one is running. */
  public Optional<Long> pid() {
    return child.isRunning() ? Optional.of(exchange.get(Field.CHILD_PID)) : Optional.empty();
  }

  /**
   * Where copies of the port's counters, as the last answer left them, and of its PC table are:
   * valid until this worker is closed, at the same addresses whatever process answers. The hooks
   * are not there. Loads the port.
   */
  public PortCoverage coverage() {
    load();
    return exchange.coverage();
  }

  /** The comparisons of the last answer; only with coverage. */
  public Comparisons comparisons() {
    return exchange.comparisons();
  }

  /** Ends the process and the worker. Nothing is left running. */
  @Override
  public void close() {
    child.close();
  }

  private static Limits slower(Limits limits) {
    return new Limits(
        limits.inputBytesMax(),
        limits.timeMax().multipliedBy(SANITIZED_FACTOR).plus(REPORT_TIME),
        limits.memoryMibMax(),
        limits.stackKibMax(),
        limits.costFactorMax());
  }

  private int ask(byte[] input, int flags) {
    ownReply = null;
    usage = Usage.NONE;
    effects = List.of();
    return retried(() -> askOnce(input, flags));
  }

  private int askOnce(byte[] input, int flags) {
    child.ready();
    boolean inspect = (flags & Exchange.INSPECT) != 0;
    Optional<ProcessState> before = inspect ? Optional.of(child.state()) : Optional.empty();
    long printed = inspect ? exchange.get(Field.OUTPUT_BYTES) : 0;
    exchange.putQuestion(input, flags);
    Turn turn = exchange.turn();
    if (turn == Turn.ENDED || !exchange.passTurn(turn, Turn.ASKED)) {
      // It ended between the two questions.
      child.ready();
      if (!exchange.passTurn(exchange.turn(), Turn.ASKED)) {
        throw new WorkerLostException("the worker's process ends as soon as it has started", null);
      }
    }
    Optional<End> timedOut = awaitAnswer();
    if (timedOut.isPresent()) {
      return own(timedOut.get());
    }
    if (exchange.turn() == Turn.ENDED && !exchange.isAnswered()) {
      child.ended();
      return own(child.end());
    }
    child.answered();
    usage =
        new Usage(
            exchange.get(Field.CPU_NANOS),
            exchange.get(Field.ALLOCATED_BYTES),
            exchange.get(Field.LIVE_BYTES));
    int status = answered();
    before.ifPresent(state -> effects = effectsSince(state, printed));
    if (status == Reply.OUT_OF_MEMORY) {
      child.renew(); // what is left of that JVM is not to be trusted
    }
    return status;
  }

  /** The answer in the exchange, if it is one. */
  private int answered() {
    long length = exchange.get(Field.REPLY_LENGTH);
    int status = (int) exchange.get(Field.STATUS);
    return switch (status) {
      case PortLibrary.VALUE,
          PortLibrary.REJECTED,
          PortLibrary.PANICKED,
          PortLibrary.UNENCODABLE,
          PortLibrary.WRITTEN ->
          length >= 0 && length <= exchange.replyCapacity() ? status : own(tooLong());
      case TOO_LONG -> own(tooLong());
      case NO_ADDRESS -> own(new End(Reply.INVALID, "its reply has no address"));
      case OUT_OF_MEMORY ->
          own(
              command.isJvm()
                  ? new End(Reply.OUT_OF_MEMORY, text(exchange.reply()))
                  : unknown(status));
      default -> own(unknown(status));
    };
  }

  private static End tooLong() {
    return new End(Reply.INVALID, "its reply is too long");
  }

  private static End unknown(int status) {
    return new End(Reply.INVALID, "status " + Integer.toUnsignedString(status));
  }

  private int own(End end) {
    encoder.encode(end.texts(), Encoder.Detail.TERSE);
    ownReply = encoder.toByteArray();
    return end.status();
  }

  /** Waits for the answer or the end; kills a side whose time is over. */
  private Optional<End> awaitAnswer() {
    if (exchange.awaitBusily(Turn.ASKED)) {
      return Optional.empty();
    }
    long limit = Math.multiplyExact(timeMax.toNanos(), timeFactor);
    long slice = Math.clamp(limit / 2, 1_000_000, Child.SLICE_NANOS);
    long start = System.nanoTime();
    ProcessClock clock = null;
    while (exchange.turn() == Turn.ASKED) {
      exchange.await(Turn.ASKED, slice);
      long waited = System.nanoTime() - start;
      if (exchange.turn() != Turn.ASKED || waited < slice) {
        continue;
      }
      if (!child.isKept()) {
        throw child.lost();
      }
      if (clock == null) {
        // What it used before this first look is let off.
        clock = new ProcessClock((int) exchange.get(Field.CHILD_PID));
      } else if (clock.busyNanos() > limit) {
        return Optional.of(timedOut(Reply.BUSY));
      } else if (waited > WAITING_FACTOR * limit && clock.idleNanos() > WAITING_FACTOR * limit) {
        return Optional.of(timedOut(Reply.WAITING));
      }
    }
    return Optional.empty();
  }

  private End timedOut(String how) {
    child.kill();
    return new End(Reply.TIMED_OUT, how, Long.toString(timeMax.toMillis()));
  }

  /** What the process left behind, once threads that are just ending have had the time to. */
  private List<String> effectsSince(ProcessState before, long printed) {
    List<String> changes = List.of();
    for (int millis : GRACE_MILLIS) {
      try {
        Thread.sleep(millis);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      changes = child.state().changesSince(before);
      if (changes.isEmpty()) {
        break;
      }
    }
    TreeSet<String> all = new TreeSet<>(changes);
    long now = exchange.get(Field.OUTPUT_BYTES);
    if (now > printed) {
      all.add("printed to stdout or stderr");
      all.addAll(Words.threadsThatThrew(exchange.words(), now - printed));
    }
    if (command.isJvm()) {
      text(exchange.effects()).lines().forEach(all::add);
    }
    return List.copyOf(all);
  }

  private static <T> T retried(Supplier<T> question) {
    try {
      return question.get();
    } catch (WorkerLostException e) {
      return question.get();
    }
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
