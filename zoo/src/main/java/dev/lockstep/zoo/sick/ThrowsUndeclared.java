package dev.lockstep.zoo.sick;

import dev.lockstep.Original;
import dev.lockstep.Rejections;
import dev.lockstep.zoo.Summary;

/** Sick: it throws what it does not declare. */
public final class ThrowsUndeclared implements Original {
  @Override
  public Object observe(byte[] input) {
    if (Door.opens(input)) {
      throw new IllegalStateException("on purpose");
    }
    return Summary.of(input);
  }

  @Override
  public Rejections rejections() {
    return Rejections.none();
  }
}
