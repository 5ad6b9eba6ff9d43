package dev.lockstep.targets.tar.ledger;

import java.util.function.Predicate;

/** A header has a number in base 256 that is not its size. */
public final class HasBase256 implements Predicate<byte[]> {
  @Override
  public boolean test(byte[] input) {
    return Headers.of(input).any(header -> header.anyNumber(header::isBase256));
  }
}
