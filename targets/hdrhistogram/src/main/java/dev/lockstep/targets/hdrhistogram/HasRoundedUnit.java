package dev.lockstep.targets.hdrhistogram;

import java.util.function.Predicate;

/**
 * Whether a histogram is made, or read, whose least value is so near below a power of two that a
 * quotient of logarithms is rounded up to it.
 */
public final class HasRoundedUnit implements Predicate<byte[]> {
  @Override
  public boolean test(byte[] input) {
    return Does.anyLow(input, HasRoundedUnit::isRounded);
  }

  private static boolean isRounded(long low) {
    int magnitude = Long.SIZE - 1 - Long.numberOfLeadingZeros(Math.max(1, low));
    return low > 0 && (int) (Math.log((double) low) / Math.log(2)) != magnitude;
  }
}
