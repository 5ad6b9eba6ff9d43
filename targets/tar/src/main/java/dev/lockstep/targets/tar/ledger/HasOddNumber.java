package dev.lockstep.targets.tar.ledger;

import java.util.function.Predicate;

/**
 * A header has a number, not its size, that is not octal digits alone: a sign, other white space, a
 * zero byte within.
 */
public final class HasOddNumber implements Predicate<byte[]> {
  @Override
  public boolean test(byte[] input) {
    return Headers.of(input).any(header -> header.anyNumber(header::isOdd));
  }
}
