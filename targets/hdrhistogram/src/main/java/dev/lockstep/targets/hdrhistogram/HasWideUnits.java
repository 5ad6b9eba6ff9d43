package dev.lockstep.targets.hdrhistogram;

import java.util.function.Predicate;

/**
 * Whether a histogram is made, or read, whose values are in units of 2^31 or more: a 1 of 32 bits
 * that is shifted so far is no longer positive.
 */
public final class HasWideUnits implements Predicate<byte[]> {
  @Override
  public boolean test(byte[] input) {
    return Does.anyLow(input, low -> low >= WIDE);
  }

  private static final long WIDE = 1L << 31;
}
