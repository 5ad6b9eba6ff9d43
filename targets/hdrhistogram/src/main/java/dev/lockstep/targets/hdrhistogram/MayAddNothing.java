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
        && Does.mayHaveUnitAbove1(input);
  }
}
