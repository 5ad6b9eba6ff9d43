package dev.lockstep.targets.hdrhistogram;

import java.util.function.Predicate;

/** Whether one histogram is added to another, or subtracted, and one has a unit above 1. */
public final class MayAddNothing implements Predicate<byte[]> {
  @Override
  public boolean test(byte[] input) {
    return Does.any(
            input,
            operation ->
                operation instanceof Operation.Add || operation instanceof Operation.Subtract)
        && Does.any(
            input,
            operation ->
                (operation instanceof Operation.Create(long low, long _, int _) && low > 1)
                    || operation instanceof Operation.ReadV2
                    || operation instanceof Operation.ReadDeflated);
  }
}
