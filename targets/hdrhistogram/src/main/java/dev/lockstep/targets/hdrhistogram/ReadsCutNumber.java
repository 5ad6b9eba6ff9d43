package dev.lockstep.targets.hdrhistogram;

import java.util.function.Predicate;

/** Whether a histogram is read whose last number goes on behind its contents. */
public final class ReadsCutNumber implements Predicate<byte[]> {
  @Override
  public boolean test(byte[] input) {
    return Does.anyRead(input, Slots::isCut);
  }
}
