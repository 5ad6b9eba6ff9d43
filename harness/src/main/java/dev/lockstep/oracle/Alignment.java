package dev.lockstep.oracle;

import dev.lockstep.cbor.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Which entries of two lists of different lengths are meant to be the same: an edit distance
 * (Wagner and Fischer, "The String-to-String Correction Problem", 1974) in which entries may take
 * the place of each other that are maps and have a field in common.
 *
 * @param pairs indices of either list, growing in both
 * @param leftAlone indices of the left list that have no counterpart
 * @param rightAlone the same of the right list
 */
record Alignment(List<Pair> pairs, List<Integer> leftAlone, List<Integer> rightAlone) {
  /** Larger tables would cost more than they tell; then nothing is paired. */
  private static final int CELLS_MAX = 1 << 14;

  private static final int ALONE = 8;

  /** Of maps that have a field in common: less than two that are alone. */
  private static final int ALIKE_MAX = 12;

  private static final int NEVER = 1 << 20;

  /** Two entries. */
  record Pair(int left, int right) {}

  /** Aligns two lists with the least that has to be put in, taken out and changed. */
  static Alignment of(List<Node> left, List<Node> right) {
    List<Pair> pairs = new ArrayList<>();
    if (left.isEmpty() || right.isEmpty() || (left.size() + 1L) * (right.size() + 1L) > CELLS_MAX) {
      return new Alignment(pairs, all(left), all(right));
    }
    int[][] rest = costs(left, right);
    List<Integer> leftAlone = new ArrayList<>();
    List<Integer> rightAlone = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < left.size() && j < right.size()) {
      if (rest[i][j] == rest[i + 1][j + 1] + change(left.get(i), right.get(j))) {
        pairs.add(new Pair(i++, j++));
      } else if (rest[i][j] == rest[i + 1][j] + ALONE) {
        leftAlone.add(i++);
      } else {
        rightAlone.add(j++);
      }
    }
    for (; i < left.size(); i++) {
      leftAlone.add(i);
    }
    for (; j < right.size(); j++) {
      rightAlone.add(j);
    }
    return new Alignment(pairs, leftAlone, rightAlone);
  }

  /** What it costs to make the rest of one list that of the other, from each pair of places on. */
  private static int[][] costs(List<Node> left, List<Node> right) {
    int[][] rest = new int[left.size() + 1][right.size() + 1];
    for (int i = left.size(); i >= 0; i--) {
      for (int j = right.size(); j >= 0; j--) {
        if (i == left.size() || j == right.size()) {
          rest[i][j] = ALONE * (left.size() - i + right.size() - j);
        } else {
          int alone = ALONE + Math.min(rest[i + 1][j], rest[i][j + 1]);
          rest[i][j] = Math.min(alone, rest[i + 1][j + 1] + change(left.get(i), right.get(j)));
        }
      }
    }
    return rest;
  }

  private static int change(Node left, Node right) {
    if (left.equals(right)) {
      return 0;
    }
    if (left instanceof Node.Fields(Map<Node, Node> ours)
        && right instanceof Node.Fields(Map<Node, Node> theirs)) {
      long common =
          ours.entrySet().stream()
              .filter(field -> field.getValue().equals(theirs.get(field.getKey())))
              .count();
      int fields = Math.max(ours.size(), theirs.size());
      return common == 0 ? NEVER : (int) (ALIKE_MAX * (fields - common) / fields);
    }
    return NEVER;
  }

  private static List<Integer> all(List<Node> list) {
    List<Integer> indices = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      indices.add(i);
    }
    return indices;
  }
}
