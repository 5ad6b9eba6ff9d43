package dev.lockstep.emit;

import dev.lockstep.Outcome;
import dev.lockstep.cbor.Decoder;
import dev.lockstep.cbor.Encoder;
import dev.lockstep.cbor.Encoder.Detail;
import dev.lockstep.cbor.MalformedCborException;
import dev.lockstep.cbor.Node;
import dev.lockstep.cbor.NodePrinter;
import java.util.List;
import java.util.Optional;

/**
 * What has to be where in what a side makes of an input.
 *
 * @param place none for the whole observation
 */
public record Expectation(List<Step> place, Expected expected) {
  private static final int SHOWN_CHARS_MAX = 100;

  /** Copies the list. */
  public Expectation {
    place = List.copyOf(place);
  }

  /** Whether an outcome is as expected. */
  public boolean isMetBy(Outcome outcome) {
    Optional<Node> whole = whole(outcome);
    if (!place.isEmpty()) {
      return whole.isPresent() && isMetInside(whole.get());
    }
    return switch (expected) {
      case Expected.Value(Node node) -> whole.filter(terse(node)::equals).isPresent();
      case Expected.SomeValue _ -> whole.isPresent();
      case Expected.Rejected(String kind) ->
          outcome instanceof Outcome.Rejected(String given, String _) && given.equals(kind);
      case Expected.Absent _ -> false;
      case Expected.Answer _ -> outcome.answered();
    };
  }

  private boolean isMetInside(Node whole) {
    Optional<Node> found = at(whole, place);
    if (found.isEmpty()) {
      return expected instanceof Expected.Absent
          && at(whole, place.subList(0, place.size() - 1)).isPresent();
    }
    Node there = found.get();
    return switch (expected) {
      case Expected.Value(Node node) -> terse(node).equals(there);
      case Expected.SomeValue _ ->
          !(there instanceof Node.Rejected) && !(there instanceof Node.Crashed);
      case Expected.Rejected(String kind) ->
          there instanceof Node.Rejected(String given, String _) && given.equals(kind);
      case Expected.Absent _ -> false;
      case Expected.Answer _ -> !(there instanceof Node.Crashed);
    };
  }

  /** What lies at a place. */
  static Optional<Node> at(Node whole, List<Step> place) {
    Optional<Node> node = Optional.of(whole);
    for (Step step : place) {
      node = node.flatMap(step::from);
    }
    return node;
  }

  /** A side's observation without the details for people; empty if it gave none. */
  static Optional<Node> whole(Outcome outcome) {
    if (outcome instanceof Outcome.Value(var observation)) {
      try {
        return Optional.of(terse(Decoder.decode(observation.cbor())));
      } catch (MalformedCborException e) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static Node terse(Node node) {
    try {
      return Decoder.decode(encoded(node));
    } catch (MalformedCborException e) {
      throw new IllegalStateException("what was encoded just now", e);
    }
  }

  /** A value as both sides encode it, without the details for people. */
  static byte[] encoded(Node node) {
    Encoder encoder = new Encoder();
    encoder.encode(node, Detail.TERSE);
    return encoder.toByteArray();
  }

  /** The place as people read it, such as {@code $.pairs[0].value}. */
  public String path() {
    StringBuilder path = new StringBuilder("$");
    for (Step step : place) {
      switch (step) {
        case Step.Field(String name) -> path.append('.').append(name);
        case Step.At(long number) -> path.append('[').append(number).append(']');
      }
    }
    return path.toString();
  }

  /** What is expected, in one line. */
  public String words() {
    return switch (expected) {
      case Expected.Value(Node node) -> NodePrinter.brief(node, SHOWN_CHARS_MAX);
      case Expected.SomeValue _ -> "some value";
      case Expected.Rejected(String kind) -> "rejected (" + kind + ")";
      case Expected.Absent _ -> "nothing there";
      case Expected.Answer _ -> "an answer";
    };
  }
}
