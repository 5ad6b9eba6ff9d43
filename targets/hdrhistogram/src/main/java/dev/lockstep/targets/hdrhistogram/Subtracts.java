package dev.lockstep.targets.hdrhistogram;

import java.util.function.Predicate;

/** Whether one histogram is subtracted from another. */
public final class Subtracts implements Predicate<byte[]> {
  @Override
  public boolean test(byte[] input) {
    return Does.any(input, operation -> operation instanceof Operation.Subtract);
  }
}
