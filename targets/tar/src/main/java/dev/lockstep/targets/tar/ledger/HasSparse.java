package dev.lockstep.targets.tar.ledger;

import java.util.function.Predicate;

/** There is a sparse file of GNU tar's old form. */
public final class HasSparse implements Predicate<byte[]> {
  @Override
  public boolean test(byte[] input) {
    Headers headers = Headers.of(input);
    return headers.any(header -> header.isType("S"));
  }
}
