package dev.lockstep.pair;

import dev.lockstep.Observation;
import dev.lockstep.Outcome;
import dev.lockstep.Places;
import dev.lockstep.cbor.Decoder;
import dev.lockstep.cbor.MalformedCborException;
import dev.lockstep.cbor.Node;
import dev.lockstep.port.PortLibrary;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns a status and bytes into an outcome. To the statuses of {@code docs/seam.md} come those of
 * our own, for sides that did not get to answer.
 */
public final class Reply {
  /** The side ran out of memory. The reply is {@code [detail]}. */
  public static final int OUT_OF_MEMORY = -1;

  /** The side's process ended. The reply is {@code [how, detail]}. */
  public static final int DIED = -2;

  /**
   * The side did not answer in time. The reply is {@code [how, limit]}: {@link #BUSY} or {@link
   * #WAITING}, and milliseconds as text.
   */
  public static final int TIMED_OUT = -3;

  /** The side answered with something that is no answer. The reply is {@code [why]}. */
  public static final int INVALID = -4;

  /** What a side writes is an input for both: longer ones are not handed on. */
  public static final int WRITTEN_BYTES_MAX = 16 << 20;

  /** It was using the processor when its time was over. */
  public static final String BUSY = "busy";

  /** It was not using the processor when its time was over. */
  public static final String WAITING = "waiting";

  private Reply() {}

  /**
   * The outcome that a status and a reply mean.
   *
   * @param status of {@link dev.lockstep.port.PortLibrary} or one of this class; of a side that has
   *     written, only if it was to read
   */
  public static Outcome outcome(int status, byte[] bytes) {
    return switch (status) {
      case PortLibrary.VALUE -> new Outcome.Value(new Observation(bytes));
      case PortLibrary.REJECTED -> {
        List<String> texts = texts(bytes);
        yield texts.size() == 2
            ? new Outcome.Rejected(texts.get(0), texts.get(1))
            : invalid("a rejection is `[kind, detail]`");
      }
      case PortLibrary.PANICKED -> {
        List<String> texts = texts(bytes);
        yield texts.size() == 3
            ? new Outcome.Crashed(texts.get(0), Places.normalise(texts.get(1)), texts.get(2))
            : invalid("a crash is `[kind, where, message]`");
      }
      case PortLibrary.UNENCODABLE ->
          new Outcome.Unsupported(first(bytes).isEmpty() ? "no reason given" : first(bytes));
      case PortLibrary.WRITTEN -> invalid("it writes where it has to read");
      case OUT_OF_MEMORY -> new Outcome.OutOfMemory(first(bytes));
      case DIED -> {
        List<String> texts = texts(bytes);
        yield new Outcome.Died(texts.getFirst(), texts.getLast());
      }
      case TIMED_OUT -> {
        List<String> texts = texts(bytes);
        yield new Outcome.TimedOut(
            Duration.ofMillis(Long.parseLong(texts.getLast())), texts.getFirst().equals(BUSY));
      }
      case INVALID -> invalid(first(bytes));
      default -> invalid("status " + Integer.toUnsignedString(status));
    };
  }

  /** What any side makes of a work that is too long to be handed on. */
  public static Outcome writtenTooLong() {
    return new Outcome.Unsupported("what was written is longer than 16 MiB");
  }

  /** A side that breaks the interface is as broken as one that panics. */
  private static Outcome invalid(String why) {
    return new Outcome.Crashed("invalid reply", why, "");
  }

  private static String first(byte[] bytes) {
    return texts(bytes).stream().findFirst().orElse("");
  }

  /** A text, or a list of texts; empty if it is neither. */
  private static List<String> texts(byte[] bytes) {
    try {
      return switch (Decoder.decode(bytes)) {
        case Node.Text(String value) -> List.of(value);
        case Node.Seq(List<Node> items) -> {
          List<String> texts = new ArrayList<>(items.size());
          for (Node item : items) {
            if (item instanceof Node.Text(String value)) {
              texts.add(value);
            }
          }
          yield texts;
        }
        default -> List.of();
      };
    } catch (MalformedCborException e) {
      return List.of();
    }
  }
}
