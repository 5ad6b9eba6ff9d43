package dev.lockstep.zoo;

import dev.lockstep.Original;
import dev.lockstep.Rejections;

/** Throws what it does not declare, if the input starts with {@code T}. */
public final class Throws implements Original {

  @Override
  public Object observe(byte[] input) {
    if (input.length > 0 && input[0] == 'T') {
      throw new IllegalStateException("the zoo throws this on purpose");
    }
    return Summary.of(input);
  }

  @Override
  public Rejections rejections() {
    return Rejections.none();
  }
}
