package dev.lockstep.targets.tar.ledger;

import java.util.function.Predicate;

/** A member of records or of a long name has a header that is not that of POSIX or GNU tar. */
public final class HasBareRecords implements Predicate<byte[]> {
  @Override
  public boolean test(byte[] input) {
    Headers headers = Headers.of(input);
    return headers.any(header -> header.isDescribing() && !header.isUstar() && !header.isGnu());
  }
}
