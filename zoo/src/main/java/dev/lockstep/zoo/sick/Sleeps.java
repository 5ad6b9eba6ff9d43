package dev.lockstep.zoo.sick;

import dev.lockstep.Original;
import dev.lockstep.Rejections;
import dev.lockstep.zoo.Summary;

/** Sick: it sleeps for ever. */
public final class Sleeps implements Original {
  @Override
  public Object observe(byte[] input) throws InterruptedException {
    if (Door.opens(input)) {
      Thread.sleep(Long.MAX_VALUE);
    }
    return Summary.of(input);
  }

  @Override
  public Rejections rejections() {
    return Rejections.none();
  }
}
