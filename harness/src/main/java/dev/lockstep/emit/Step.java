package dev.lockstep.emit;

import dev.lockstep.cbor.Node;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One step from an observation to a place in it. */
public sealed interface Step {

  /** A field, or an entry of a map with a text key. */
  record Field(String name) implements Step {}

  /** An item of a list, from 0, or an entry of a map with an integer key. */
  record At(long number) implements Step {}

  /** The step to the value of a key; empty if a key is neither text nor a {@code long}. */
  static Optional<Step> to(Node key) {
    return switch (key) {
      case Node.Text(String name) -> Optional.of(new Field(name));
      case Node.Int(BigInteger number) when number.bitLength() < Long.SIZE ->
          Optional.of(new At(number.longValue()));
      default -> Optional.empty();
    };
  }

  /** What lies one step on. */
  default Optional<Node> from(Node node) {
    return switch (node) {
      case Node.Seq(List<Node> items) ->
          this instanceof At(long index) && index >= 0 && index < items.size()
              ? Optional.of(items.get((int) index))
              : Optional.empty();
      case Node.Fields(Map<Node, Node> entries) -> Optional.ofNullable(entries.get(key()));
      default -> Optional.empty();
    };
  }

  private Node key() {
    return switch (this) {
      case Field(String name) -> new Node.Text(name);
      case At(long number) -> Node.Int.of(number);
    };
  }
}
