package dev.lockstep.worker;

import dev.lockstep.Original;
import dev.lockstep.Rejections;
import dev.lockstep.port.Exchange;
import dev.lockstep.port.Exchange.Turn;
import java.io.IOException;
import java.util.List;

/**
 * Plays a worker and its client in one process and ends: what the launcher records for the class
 * archive that makes originals start quickly.
 */
public final class Rehearsal {
  private Rehearsal() {}

  /** An original that answers, and rejects what is empty. */
  public static final class Sample implements Original {
    private record Seen(int length, String text, List<Integer> bytes) {}

    @Override
    public Object observe(byte[] input) {
      if (input.length == 0) {
        throw new IllegalArgumentException("empty");
      }
      return new Seen(input.length, "text", List.of((int) input[0]));
    }

    @Override
    public Rejections rejections() {
      return Rejections.when(IllegalArgumentException.class, "empty");
    }
  }

  /** Asks a few questions and exits. */
  public static void main(String[] args) throws IOException {
    Exchange exchange = Exchange.create(1, false);
    Thread client = new Thread(() -> ask(exchange), "client");
    client.start();
    OriginalMain.main(new String[] {exchange.file().toString(), Sample.class.getName()});
  }

  private static void ask(Exchange exchange) {
    for (Turn last : List.of(Turn.STARTING, Turn.ASKED, Turn.ASKED)) {
      while (exchange.turn() == last) {
        exchange.await(last, 1_000_000);
      }
      exchange.putQuestion(new byte[last == Turn.STARTING ? 0 : 1], 0);
      exchange.passTurn(exchange.turn(), Turn.ASKED);
    }
    while (exchange.turn() == Turn.ASKED) {
      exchange.await(Turn.ASKED, 1_000_000);
    }
    System.exit(0);
  }
}
