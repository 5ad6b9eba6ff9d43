package dev.lockstep.targets.snappy.ledger;

import java.util.function.Predicate;

/** The block or stream has no bytes. */
public final class IsEmpty implements Predicate<byte[]> {
  @Override
  public boolean test(byte[] input) {
    return input.length <= 1;
  }
}
