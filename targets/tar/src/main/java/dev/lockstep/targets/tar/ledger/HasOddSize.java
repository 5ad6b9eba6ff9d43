package dev.lockstep.targets.tar.ledger;

import dev.lockstep.targets.tar.format.Field;
import java.util.function.Predicate;

/** A header has a size or a checksum that is not octal digits alone. */
public final class HasOddSize implements Predicate<byte[]> {
  @Override
  public boolean test(byte[] input) {
    return Headers.of(input)
        .any(header -> header.isOdd(Field.SIZE) || header.isOdd(Field.CHECKSUM));
  }
}
