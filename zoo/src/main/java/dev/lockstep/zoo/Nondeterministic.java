package dev.lockstep.zoo;

import dev.lockstep.Original;
import dev.lockstep.Rejections;

/**
 * Says something else each time, if the input starts with {@code n}: against the rules, it keeps a
 * state.
 */
public final class Nondeterministic implements Original {
  private long runs;

  @Override
  public Object observe(byte[] input) {
    runs++;
    Summary summary = Summary.of(input);
    return input.length > 0 && input[0] == 'n' ? summary.withSum(summary.sum() + runs) : summary;
  }

  @Override
  public Rejections rejections() {
    return Rejections.none();
  }
}
