package dev.lockstep.zoo.sick;

import dev.lockstep.Original;
import dev.lockstep.Rejections;
import dev.lockstep.zoo.Summary;

/** Sick: it sets a system property, and answers. */
public final class SetsProperty implements Original {
  @Override
  public Object observe(byte[] input) {
    if (Door.opens(input)) {
      System.setProperty("line.separator", "\r\n");
    }
    return Summary.of(input);
  }

  @Override
  public Rejections rejections() {
    return Rejections.none();
  }
}
