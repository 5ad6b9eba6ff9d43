package dev.lockstep.targets.tar.ledger;

import java.util.function.Predicate;

/** There are records in a member of type X, as Solaris wrote them before there was a standard. */
public final class HasSolarisRecords implements Predicate<byte[]> {
  @Override
  public boolean test(byte[] input) {
    Headers headers = Headers.of(input);
    return headers.any(header -> header.isType("X"));
  }
}
