package dev.lockstep.targets.hdrhistogram;

import java.util.function.Predicate;

/** Whether a histogram is read that was not just written. */
public final class ReadsHistogram implements Predicate<byte[]> {
  @Override
  public boolean test(byte[] input) {
    return Does.any(input, Does::isRead);
  }
}
