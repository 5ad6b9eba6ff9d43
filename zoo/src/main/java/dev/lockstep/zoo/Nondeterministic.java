package dev.lockstep.zoo;

import dev.lockstep.Original;
import dev.lockstep.Rejections;

/**
 * Says something else each time, if the input holds an {@code n}: against the rules, it keeps a
 * state.
 */
public final class Nondeterministic implements Original {
  private long runs;

  @Override
  public Object observe(byte[] input) {
    runs++;
    Summary summary = Summary.of(input);
    for (byte b : input) {
      if (b == 'n') {
        return summary.withSum(summary.sum() + runs);
      }
    }
    return summary;
  }

  @Override
  public Rejections rejections() {
    return Rejections.none();
  }
}
