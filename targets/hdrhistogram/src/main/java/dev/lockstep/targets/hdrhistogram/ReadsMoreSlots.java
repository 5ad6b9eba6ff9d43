package dev.lockstep.targets.hdrhistogram;

import java.util.function.Predicate;

/** Whether a histogram is read whose contents go on behind the last slot of its range. */
public final class ReadsMoreSlots implements Predicate<byte[]> {
  @Override
  public boolean test(byte[] input) {
    return Does.anyRead(input, ReadsMoreSlots::goesOn);
  }

  private static boolean goesOn(byte[] written) {
    return Slots.written(written) > Slots.ofRange(written);
  }
}
