package dev.lockstep.targets.inflate.ledger;

import java.util.function.Predicate;

/** A match of the stream begins before its output does. */
public final class ReachesTooFar implements Predicate<byte[]> {
  @Override
  public boolean test(byte[] input) {
    return Reading.isStream(input) && Reading.fault(input).equals("invalid distance too far back");
  }
}
