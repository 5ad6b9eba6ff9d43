package dev.lockstep.targets.tar.ledger;

import java.util.function.Predicate;

/** A header has a number without a digit, zero bytes or blanks, that is not its size. */
public final class HasEmptyNumber implements Predicate<byte[]> {
  @Override
  public boolean test(byte[] input) {
    return Headers.of(input).any(header -> header.anyNumber(header::isEmpty));
  }
}
