package dev.lockstep.targets.tar.ledger;

import dev.lockstep.targets.tar.format.Field;
import java.util.function.Predicate;

/** A header has a size without a digit: zero bytes, or blanks. */
public final class HasEmptySize implements Predicate<byte[]> {
  @Override
  public boolean test(byte[] input) {
    return Headers.of(input).any(header -> header.isEmpty(Field.SIZE));
  }
}
