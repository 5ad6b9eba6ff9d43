package dev.lockstep.targets.tar.ledger;

import dev.lockstep.targets.tar.format.Field;
import java.util.function.Predicate;

/** A header has a size in base 256. */
public final class HasBase256Size implements Predicate<byte[]> {
  @Override
  public boolean test(byte[] input) {
    return Headers.of(input).any(header -> header.isBase256(Field.SIZE));
  }
}
