package dev.lockstep.targets.inflate.ledger;

import java.util.function.Predicate;

/** A block of the stream has no code for its end. */
public final class LacksEndOfBlock implements Predicate<byte[]> {
  @Override
  public boolean test(byte[] input) {
    return Reading.isStream(input)
        && Reading.fault(input).equals("invalid code -- missing end-of-block");
  }
}
