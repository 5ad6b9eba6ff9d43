package dev.lockstep.zoo.sick;

import dev.lockstep.Original;
import dev.lockstep.Rejections;
import dev.lockstep.zoo.Summary;

/** Sick: it allocates more at once than any heap has. */
public final class AllocatesAtOnce implements Original {
  @Override
  public Object observe(byte[] input) {
    if (Door.opens(input)) {
      return new long[64][Integer.MAX_VALUE - 8];
    }
    return Summary.of(input);
  }

  @Override
  public Rejections rejections() {
    return Rejections.none();
  }
}
