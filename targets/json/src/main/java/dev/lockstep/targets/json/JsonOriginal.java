package dev.lockstep.targets.json;

import dev.lockstep.Parts;
import dev.lockstep.Rejections;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** Reads values with Jackson's streaming parsers: the one for bytes, and the one for text. */
public final class JsonOriginal implements Parts.Adapter {
  /** As deep as the port reads, which has its limit built in. */
  private static final int DEPTH_MAX = 127;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEPTH_MAX).build())
          .build();

  private static final Rejections REJECTIONS = Rejections.when(JacksonException.class, "malformed");

  /**
   * Values one after the other.
   *
   * @param end {@code "complete"}, or the part that ended the reading early
   */
  record Sequence(List<List<Event>> values, @Nullable Object end) {}

  /** There is something behind the value, which is left to the caller of the library. */
  private static final class TrailingException extends Exception {
    private static final long serialVersionUID = 1L;
  }

  @Override
  public Parts<byte[]> parts() {
    return Parts.ofBytes()
        .rejecting(JacksonException.class, TrailingException.class)
        .part("bytes", input -> one(of(input)))
        .part("text", input -> one(FACTORY.createParser(context(), Parts.utf8(input))))
        .part("sequence", input -> all(input));
  }

  private static JsonParser of(byte[] input) {
    return FACTORY.createParser(context(), input);
  }

  private static ObjectReadContext context() {
    return ObjectReadContext.empty();
  }

  private static List<Event> one(JsonParser parser) throws TrailingException {
    try (parser) {
      List<Event> events = new ArrayList<>();
      if (!Event.readValue(parser, events) || parser.nextToken() != null) {
        throw new TrailingException();
      }
      return events;
    }
  }

  private static Sequence all(byte[] input) {
    List<List<Event>> values = new ArrayList<>();
    Object end =
        REJECTIONS.part(() -> {
          try (JsonParser parser = of(input)) {
            List<Event> events = new ArrayList<>();
            while (Event.readValue(parser, events)) {
              values.add(events);
              events = new ArrayList<>();
            }
            return "complete";
          }
        });
    return new Sequence(values, end);
  }
}
