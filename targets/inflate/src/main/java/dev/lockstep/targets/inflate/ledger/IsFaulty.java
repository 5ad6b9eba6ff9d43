package dev.lockstep.targets.inflate.ledger;

import java.util.function.Predicate;

/** The stream is malformed, and not only cut off. */
public final class IsFaulty implements Predicate<byte[]> {
  @Override
  public boolean test(byte[] input) {
    if (!Reading.isStream(input)) {
      return false;
    }
    String fault = Reading.fault(input);
    return !fault.isEmpty() && !fault.equals("cut off");
  }
}
