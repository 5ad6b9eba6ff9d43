package dev.lockstep.targets.hdrhistogram;

import java.util.function.Predicate;

/** Whether values from one above 0 on are counted. */
public final class CountsFromAbove implements Predicate<byte[]> {
  @Override
  public boolean test(byte[] input) {
    return Does.any(
        input,
        operation -> operation instanceof Operation.CountBetween(long from, long _) && from > 0);
  }
}
