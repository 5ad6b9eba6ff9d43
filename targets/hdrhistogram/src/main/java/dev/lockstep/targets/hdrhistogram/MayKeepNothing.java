package dev.lockstep.targets.hdrhistogram;

import java.util.function.Predicate;

/** Whether a histogram is reset, copied or read, and one has a unit above 1. */
public final class MayKeepNothing implements Predicate<byte[]> {
  @Override
  public boolean test(byte[] input) {
    return Does.any(input, MayKeepNothing::makesAnother) && Does.mayHaveUnitAbove1(input);
  }

  private static boolean makesAnother(Operation operation) {
    return operation instanceof Operation.Reset
        || operation instanceof Operation.Copy
        || operation instanceof Operation.CopyCorrected
        || operation instanceof Operation.WriteV2
        || operation instanceof Operation.WriteDeflated
        || Does.isRead(operation);
  }
}
