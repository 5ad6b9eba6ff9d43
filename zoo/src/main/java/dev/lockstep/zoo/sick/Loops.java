package dev.lockstep.zoo.sick;

import dev.lockstep.Original;
import dev.lockstep.Rejections;
import dev.lockstep.zoo.Summary;

/** Sick: it loops without end. */
public final class Loops implements Original {
  @Override
  public Object observe(byte[] input) {
    if (Door.opens(input)) {
      long turns = 0;
      while (turns >= 0) {
        turns = (turns + 1) & Long.MAX_VALUE;
      }
    }
    return Summary.of(input);
  }

  @Override
  public Rejections rejections() {
    return Rejections.none();
  }
}
