package dev.lockstep.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cbor.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class LeavesTest {

  @Test
  void every_leaf_is_changed_and_nothing_but_that_leaf() {
    Map<Node, Node> fields = new LinkedHashMap<>();
    fields.put(new Node.Text("list"), new Node.Seq(List.of(Node.Int.of(7), new Node.Text("a"))));
    fields.put(new Node.Text("flag"), new Node.Bool(true));
    Node tree = Node.Fields.of(fields);
    List<Node> changed = Leaves.changed(tree, 100);

    assertEquals(6, changed.size());
    assertTrue(changed.stream().noneMatch(tree::equals));
    assertEquals(
        new Node.Seq(List.of(Node.Int.of(6), new Node.Text("a"))),
        ((Node.Fields) changed.getFirst()).entries().get(new Node.Text("list")));
    assertEquals(
        new Node.Bool(true),
        ((Node.Fields) changed.getFirst()).entries().get(new Node.Text("flag")));
  }

  @Test
  void every_sort_of_leaf_has_another_value() {
    for (Node leaf :
        List.of(
            new Node.Null(),
            new Node.Bool(false),
            Node.Int.of(0),
            Node.Int.of(Long.MIN_VALUE),
            Node.Int.of(Long.MAX_VALUE),
            new Node.Float(1),
            new Node.Float(Double.NaN),
            new Node.Text(""),
            new Node.Bytes(new byte[0]),
            new Node.Seq(List.of()),
            Node.Fields.of(Map.of()))) {
      List<Node> changed = Leaves.changed(leaf, 100);
      assertEquals(2, changed.size(), leaf::toString);
      assertTrue(changed.stream().noneMatch(leaf::equals), leaf::toString);
    }
  }

  @Test
  void how_a_part_failed_is_left_alone() {
    assertEquals(List.of(), Leaves.changed(new Node.Rejected("malformed", ""), 100));
  }
}
