package dev.lockstep.worker;

import dev.lockstep.pair.OriginalLoadException;
import dev.lockstep.pair.OriginalSide;
import dev.lockstep.pair.Originals;
import dev.lockstep.port.CpuClock;
import dev.lockstep.port.Exchange;
import dev.lockstep.port.Exchange.Field;
import dev.lockstep.port.Exchange.Phase;
import dev.lockstep.port.Exchange.Turn;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The process that runs an original for a worker: {@code OriginalMain EXCHANGE CLASS}. Answers in
 * the way of {@code docs/worker.md} until it is killed, and prints nothing of its own.
 */
@SuppressWarnings("EnumOrdinal") // the exchange holds a phase as its place in the order
public final class OriginalMain {
  private static final int REFUSED = 1;
  private static final int TOO_LONG = 16;
  private static final int OUT_OF_MEMORY = 18;
  private static final long SLEEP_NANOS_MAX = 1_000_000_000;

  private final Exchange exchange;
  private final OriginalSide side;
  private final CpuClock clock = CpuClock.ofThisThread();
  private final com.sun.management.ThreadMXBean threads =
      (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

  private OriginalMain(Exchange exchange, OriginalSide side) {
    this.exchange = exchange;
    this.side = side;
  }

  /**
   * Runs until the process is killed.
   *
   * @param args where the exchange is, and the class of the adapter
   */
  public static void main(String[] args) throws IOException {
    Exchange exchange = Exchange.open(Path.of(args[0]));
    exchange.set(Field.PHASE, Phase.LOADING.ordinal());
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> exchange.set(Field.EXIT_CALLED, 1), "exit called"));
    OriginalMain original;
    try {
      ClassLoader loader = OriginalMain.class.getClassLoader();
      original = new OriginalMain(exchange, new OriginalSide(Originals.create(args[1], loader)));
    } catch (OriginalLoadException e) {
      byte[] why = String.valueOf(e.getMessage()).getBytes(StandardCharsets.UTF_8);
      exchange.putReply(why, why.length);
      exchange.set(Field.PHASE, Phase.REFUSED.ordinal());
      Runtime.getRuntime().halt(REFUSED);
      return;
    }
    exchange.set(Field.PHASE, Phase.IDLE.ordinal());
    exchange.passTurn(Turn.STARTING, Turn.READY);
    original.answerAll();
  }

  private void answerAll() {
    for (Turn turn = exchange.turn(); ; turn = exchange.turn()) {
      if (turn == Turn.ASKED) {
        answer();
      } else if (!exchange.awaitBusily(turn)) {
        exchange.await(turn, SLEEP_NANOS_MAX);
      }
    }
  }

  private void answer() {
    int flags = (int) exchange.get(Field.FLAGS);
    Optional<OriginalState> before =
        (flags & Exchange.INSPECT) == 0 ? Optional.empty() : Optional.of(OriginalState.now());
    byte[] input = exchange.input();
    exchange.set(Field.EFFECTS_LENGTH, 0);
    long allocated = threads.getCurrentThreadAllocatedBytes();
    long cpu = clock.nanos();
    exchange.set(Field.PHASE, Phase.RUNNING.ordinal());
    int status;
    try {
      status = side.run(input, (flags & Exchange.EXPLAIN) != 0);
      exchange.set(Field.PHASE, Phase.READING.ordinal());
      if (!exchange.putReply(side.buffer(), side.length())) {
        status = TOO_LONG;
      }
    } catch (OutOfMemoryError e) {
      sayWhy(e);
      status = OUT_OF_MEMORY;
    }
    exchange.set(Field.CPU_NANOS, clock.nanos() - cpu);
    exchange.set(Field.ALLOCATED_BYTES, threads.getCurrentThreadAllocatedBytes() - allocated);
    exchange.set(Field.STATUS, status);
    if (status != OUT_OF_MEMORY) {
      before.ifPresent(this::putEffects);
    }
    exchange.set(Field.PHASE, Phase.IDLE.ordinal());
    exchange.set(Field.ANSWERED, exchange.get(Field.ASKED));
    exchange.passTurn(Turn.ASKED, Turn.ANSWERED);
  }

  /** By now the original holds nothing any more, unless it keeps what it has in fields. */
  private void sayWhy(OutOfMemoryError e) {
    exchange.set(Field.REPLY_LENGTH, 0);
    try {
      byte[] why = String.valueOf(e.getMessage()).getBytes(StandardCharsets.UTF_8);
      exchange.putReply(why, why.length);
    } catch (OutOfMemoryError again) {
      // Then without the reason.
    }
  }

  private void putEffects(OriginalState before) {
    List<String> changes = OriginalState.now().changesSince(before);
    exchange.putEffects(String.join("\n", changes).getBytes(StandardCharsets.UTF_8));
  }
}
