package dev.lockstep.targets.tar.ledger;

import java.util.function.Predicate;

/** A header is neither of POSIX nor of GNU tar, as both write it. */
public final class HasOtherMagic implements Predicate<byte[]> {
  @Override
  public boolean test(byte[] input) {
    Headers headers = Headers.of(input);
    return headers.any(header -> !header.isUstar() && !header.isGnu());
  }
}
