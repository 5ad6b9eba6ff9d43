package dev.lockstep.zoo.sick;

import dev.lockstep.Original;
import dev.lockstep.Rejections;
import dev.lockstep.zoo.Summary;

/** Sick: it answers differently to {@code T…} once it has seen {@code S…}. */
public final class Remembers implements Original {
  private static boolean seen;

  @Override
  public Object observe(byte[] input) {
    Summary summary = Summary.of(input);
    if (input.length > 0 && input[0] == 'S') {
      seen = true;
    }
    if (input.length > 0 && input[0] == 'T' && seen) {
      return summary.withSum(summary.sum() + 1_000);
    }
    return summary;
  }

  @Override
  public Rejections rejections() {
    return Rejections.none();
  }
}
