package dev.lockstep.zoo;

import dev.lockstep.Original;
import dev.lockstep.Rejections;
import java.nio.ByteBuffer;

/**
 * Is wrong only behind {@code JAVA} and a constant of 32 bits: nobody gets there who cannot see the
 * original's coverage and comparisons.
 */
public final class HiddenBranch implements Original {
  /** Big-endian, right after the word. */
  private static final int CONSTANT = 0x1bad_f00d;

  @Override
  public Object observe(byte[] input) {
    Summary summary = Summary.of(input);
    if (input.length >= 8
        && input[0] == 'J'
        && input[1] == 'A'
        && input[2] == 'V'
        && input[3] == 'A'
        && ByteBuffer.wrap(input).getInt(4) == CONSTANT) {
      return summary.withSum(summary.sum() + 1);
    }
    return summary;
  }

  @Override
  public Rejections rejections() {
    return Rejections.none();
  }
}
