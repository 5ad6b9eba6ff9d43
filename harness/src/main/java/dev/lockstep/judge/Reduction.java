package dev.lockstep.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * Makes a list of earlier inputs short, keeping what a predicate asks for: delta debugging by
 * complements (Zeller and Hildebrandt, "Simplifying and Isolating Failure-Inducing Input", 2002).
 */
final class Reduction {
  private Reduction() {}

  /**
   * Leaves out what is not needed.
   *
   * @param all must fulfil the predicate
   * @param enough whether to stop with what there is
   */
  static List<byte[]> of(List<byte[]> all, Predicate<List<byte[]>> keeps, BooleanSupplier enough) {
    List<byte[]> best = all;
    int parts = 2;
    while (!best.isEmpty() && !enough.getAsBoolean()) {
      int size = Math.ceilDiv(best.size(), parts);
      boolean smaller = false;
      // From the front: what ran long ago is needed least.
      for (int from = 0; from < best.size() && !enough.getAsBoolean(); from += size) {
        List<byte[]> rest = new ArrayList<>(best.subList(0, from));
        rest.addAll(best.subList(Math.min(from + size, best.size()), best.size()));
        if (keeps.test(rest)) {
          best = rest;
          smaller = true;
          break;
        }
      }
      if (smaller) {
        parts = Math.max(2, parts - 1);
      } else if (size == 1) {
        break;
      } else {
        parts = Math.min(best.size(), parts * 2);
      }
    }
    return best;
  }
}
