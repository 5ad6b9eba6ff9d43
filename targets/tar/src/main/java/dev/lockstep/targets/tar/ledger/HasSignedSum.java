package dev.lockstep.targets.tar.ledger;

import java.util.function.Predicate;

/** The checksum of a header is that of its bytes taken as signed, which is another one. */
public final class HasSignedSum implements Predicate<byte[]> {
  @Override
  public boolean test(byte[] input) {
    return Headers.of(input).any(header -> header.header().isSumOnlyRightAsSigned());
  }
}
