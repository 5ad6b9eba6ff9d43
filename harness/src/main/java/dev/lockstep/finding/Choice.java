package dev.lockstep.finding;

import dev.lockstep.judge.Judge;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which of the inputs of a fingerprint are shrunk: a person has time for five, and a machine not
 * for thousands. The smallest few of each way that the port takes through its code, and beside them
 * the smallest of all.
 */
final class Choice {
  /** How many are taken at most. */
  static final int INPUTS_MAX = 64;

  /** How many are taken whatever way the port takes. */
  private static final int SMALLEST = 32;

  private static final int EACH_WAY = 2;

  private Choice() {}

  /**
   * Chooses.
   *
   * @param smallestFirst each once
   * @return in the same order
   */
  static List<byte[]> of(List<byte[]> smallestFirst, Judge judge) {
    if (smallestFirst.size() <= SMALLEST) {
      return smallestFirst;
    }
    Map<Optional<BitSet>, Integer> ways = new HashMap<>();
    List<byte[]> chosen = new ArrayList<>();
    for (byte[] input : smallestFirst) {
      int before = ways.merge(judge.edges(input), 1, Integer::sum) - 1;
      if (chosen.size() < SMALLEST || (before < EACH_WAY && chosen.size() < INPUTS_MAX)) {
        chosen.add(input);
      }
    }
    return chosen;
  }
}
