package dev.lockstep.targets.json.ledger;

import java.util.function.IntPredicate;

/** The places of an input that are outside of all lists, objects and texts. */
final class Outermost {
  private Outermost() {}

  /** Whether the condition holds for the index of one of them. */
  static boolean anyMatch(byte[] input, IntPredicate condition) {
    int depth = 0;
    boolean inText = false;
    for (int i = 0; i < input.length; i++) {
      char c = (char) input[i];
      if (inText) {
        i += c == '\\' ? 1 : 0;
        inText = c != '"';
      } else if (c == '"') {
        inText = true;
      } else if (c == '[' || c == '{') {
        depth++;
      } else if (c == ']' || c == '}') {
        depth--;
      }
      if (depth == 0 && !inText && condition.test(i)) {
        return true;
      }
    }
    return false;
  }
}
