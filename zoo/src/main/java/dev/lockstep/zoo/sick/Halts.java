package dev.lockstep.zoo.sick;

import dev.lockstep.Original;
import dev.lockstep.Rejections;
import dev.lockstep.zoo.Summary;

/** Sick: it calls {@code Runtime.halt(3)}. */
public final class Halts implements Original {
  @Override
  public Object observe(byte[] input) {
    if (Door.opens(input)) {
      Runtime.getRuntime().halt(3);
    }
    return Summary.of(input);
  }

  @Override
  public Rejections rejections() {
    return Rejections.none();
  }
}
