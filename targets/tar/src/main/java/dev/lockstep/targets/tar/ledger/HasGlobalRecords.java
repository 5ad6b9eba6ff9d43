package dev.lockstep.targets.tar.ledger;

import java.util.function.Predicate;

/** There are records for all members to come. */
public final class HasGlobalRecords implements Predicate<byte[]> {
  @Override
  public boolean test(byte[] input) {
    Headers headers = Headers.of(input);
    return headers.any(header -> header.isType("g"));
  }
}
