package dev.lockstep.targets.tar.ledger;

import java.util.function.Predicate;

/** A sparse file of GNU tar's old form has records in front of it, its own or everybody's. */
public final class HasDescribedSparse implements Predicate<byte[]> {
  @Override
  public boolean test(byte[] input) {
    boolean hasRecords = false;
    boolean hasGlobal = false;
    for (Headers.Placed header : Headers.of(input).all()) {
      if (header.isType("S") && (hasRecords || hasGlobal)) {
        return true;
      }
      hasGlobal |= header.isType("g");
      hasRecords = header.isType("xX") || (hasRecords && header.isType("LK"));
    }
    return false;
  }
}
