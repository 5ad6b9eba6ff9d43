package dev.lockstep.targets.tar.ledger;

import dev.lockstep.targets.tar.format.Field;
import java.util.function.Predicate;

/** A header of GNU tar that is of no sparse file has no numbers where such a file's would be. */
public final class HasUnusedSparse implements Predicate<byte[]> {
  @Override
  public boolean test(byte[] input) {
    return Headers.of(input)
        .any(header ->
            header.text(Field.MAGIC).equals("ustar ")
                && !header.isType("S")
                && header.hasOddSparse());
  }
}
