package dev.lockstep.zoo.sick;

import dev.lockstep.Original;
import dev.lockstep.Rejections;
import dev.lockstep.zoo.Summary;

/** Sick: it recurses without end. */
public final class Recurses implements Original {
  @Override
  public Object observe(byte[] input) {
    if (Door.opens(input)) {
      return Summary.of(input).withSum(depth(0));
    }
    return Summary.of(input);
  }

  private static long depth(long depth) {
    return depth < 0 ? depth : depth(depth + 1) + 1;
  }

  @Override
  public Rejections rejections() {
    return Rejections.none();
  }
}
