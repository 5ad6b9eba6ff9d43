package dev.lockstep.zoo.sick;

import dev.lockstep.Original;
import dev.lockstep.Rejections;
import dev.lockstep.zoo.Summary;

/** Sick: it prints to stdout, and answers. */
public final class Prints implements Original {
  @Override
  public Object observe(byte[] input) {
    if (Door.opens(input)) {
      System.out.println("here I am");
    }
    return Summary.of(input);
  }

  @Override
  public Rejections rejections() {
    return Rejections.none();
  }
}
