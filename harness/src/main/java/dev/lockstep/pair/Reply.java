package dev.lockstep.pair;

import dev.lockstep.Observation;
import dev.lockstep.Outcome;
import dev.lockstep.Places;
import dev.lockstep.cbor.Decoder;
import dev.lockstep.cbor.MalformedCborException;
import dev.lockstep.cbor.Node;
import dev.lockstep.port.PortLibrary;
import java.util.ArrayList;
import java.util.List;

/** Turns a status and bytes, as {@code docs/seam.md} lists them, into an outcome. */
final class Reply {
  /** A status of our own: the side ran out of memory. */
  static final int OUT_OF_MEMORY = -1;

  private Reply() {}

  static Outcome outcome(int status, byte[] bytes) {
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
          new Outcome.Unsupported(texts(bytes).stream().findFirst().orElse("no reason given"));
      case OUT_OF_MEMORY -> new Outcome.OutOfMemory("");
      default -> invalid("status " + status + " is unknown");
    };
  }

  private static Outcome invalid(String why) {
    return new Outcome.Unsupported("invalid reply: " + why);
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
