package dev.lockstep.gate;

import dev.lockstep.cbor.Node;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The trees that differ from a tree in one leaf. */
final class Leaves {
  private static final Node TEXT = new Node.Text("canary");

  private final int most;
  private final List<Node> changed = new ArrayList<>();

  private Leaves(int most) {
    this.most = most;
  }

  /**
   * Trees with one leaf changed, leaf by leaf in the order of the tree: first a little, as a bug
   * would, then, in case that so little is allowed there, to another type.
   *
   * @param most so many trees at most
   */
  static List<Node> changed(Node tree, int most) {
    Leaves leaves = new Leaves(most);
    leaves.visit(tree, node -> node);
    return leaves.changed;
  }

  private void visit(Node node, Function<Node, Node> whole) {
    if (changed.size() >= most) {
      return;
    }
    switch (node) {
      case Node.Seq(List<Node> items) when !items.isEmpty() -> {
        for (int i = 0; i < items.size(); i++) {
          int index = i;
          visit(
              items.get(i),
              other -> {
                List<Node> copy = new ArrayList<>(items);
                copy.set(index, other);
                return whole.apply(new Node.Seq(copy));
              });
        }
      }
      case Node.Fields fields when !fields.entries().isEmpty() -> {
        for (Map.Entry<Node, Node> entry : fields.entries().entrySet()) {
          visit(
              entry.getValue(),
              other -> {
                Map<Node, Node> copy = new LinkedHashMap<>(fields.entries());
                copy.put(entry.getKey(), other);
                return whole.apply(Node.Fields.of(copy));
              });
        }
      }
      // How a part failed is no value of the target's own.
      case Node.Rejected _, Node.Crashed _ -> {}
      default -> {
        changed.add(whole.apply(alike(node)));
        changed.add(whole.apply(node instanceof Node.Text ? new Node.Bool(false) : TEXT));
      }
    }
  }

  /** Another value of the same type, where the type has one. */
  private static Node alike(Node leaf) {
    return switch (leaf) {
      case Node.Null _ -> new Node.Bool(false);
      case Node.Bool(boolean value) -> new Node.Bool(!value);
      case Node.Int(BigInteger value) ->
          new Node.Int(
              value.signum() > 0 ? value.subtract(BigInteger.ONE) : value.add(BigInteger.ONE));
      case Node.Float(double value) -> new Node.Float(value == 1 ? 2 : 1);
      case Node.Text(String value) -> new Node.Text(value + "~");
      case Node.Bytes bytes ->
          new Node.Bytes(Arrays.copyOf(bytes.value(), bytes.value().length + 1));
      case Node.Seq _ -> new Node.Seq(List.of(new Node.Null()));
      case Node.Fields _ -> Node.Fields.of(Map.of(TEXT, new Node.Null()));
      case Node.Rejected _, Node.Crashed _ -> leaf;
    };
  }
}
