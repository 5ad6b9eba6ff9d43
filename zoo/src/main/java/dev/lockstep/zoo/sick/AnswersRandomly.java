package dev.lockstep.zoo.sick;

import dev.lockstep.Original;
import dev.lockstep.Rejections;
import dev.lockstep.zoo.Summary;

/** Sick: it answers something else each time. */
public final class AnswersRandomly implements Original {
  @Override
  public Object observe(byte[] input) {
    if (Door.opens(input)) {
      return Summary.of(input).withSum(1_000 + System.nanoTime());
    }
    return Summary.of(input);
  }

  @Override
  public Rejections rejections() {
    return Rejections.none();
  }
}
