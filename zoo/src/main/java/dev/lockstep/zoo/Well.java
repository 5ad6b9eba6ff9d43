package dev.lockstep.zoo;

import dev.lockstep.Original;
import dev.lockstep.Rejections;

/** Has nothing wrong with it. */
public final class Well implements Original {

  @Override
  public Object observe(byte[] input) {
    return Summary.of(input);
  }

  @Override
  public Rejections rejections() {
    return Rejections.none();
  }
}
