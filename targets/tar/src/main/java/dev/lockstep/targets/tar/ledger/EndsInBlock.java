package dev.lockstep.targets.tar.ledger;

import dev.lockstep.targets.tar.format.Header;
import java.util.function.Predicate;

/** The input ends within a block. */
public final class EndsInBlock implements Predicate<byte[]> {
  @Override
  public boolean test(byte[] input) {
    return input.length % Header.BYTES != 0;
  }
}
