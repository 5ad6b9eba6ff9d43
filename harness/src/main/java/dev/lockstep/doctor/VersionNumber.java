package dev.lockstep.doctor;

import java.util.Arrays;
import java.util.List;

/**
 * A version as numbers, so that 1.9 comes before 1.88.
 *
 * @param parts from the most important on
 */
record VersionNumber(List<Integer> parts) implements Comparable<VersionNumber> {

  /** Copies the list. */
  VersionNumber {
    parts = List.copyOf(parts);
  }

  /**
   * Reads digits separated by dots.
   *
   * @throws NumberFormatException if it is something else
   */
  static VersionNumber of(String text) {
    return new VersionNumber(Arrays.stream(text.split("\\.", -1)).map(Integer::parseInt).toList());
  }

  @Override
  public int compareTo(VersionNumber other) {
    for (int i = 0; i < Math.max(parts.size(), other.parts.size()); i++) {
      int order = Integer.compare(part(i), other.part(i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private int part(int index) {
    return index < parts.size() ? parts.get(index) : 0;
  }
}
