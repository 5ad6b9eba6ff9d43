package dev.lockstep.targets.tar.ledger;

import dev.lockstep.targets.tar.format.Header;
import java.util.function.Predicate;

/** A block looks like a header that describes another, but its checksum is wrong. */
public final class HasUncheckedSum implements Predicate<byte[]> {
  @Override
  public boolean test(byte[] input) {
    for (int at = 0; at + Header.BYTES <= input.length; at += Header.BYTES) {
      Header header = Header.at(input, at);
      if ("LKxgX".indexOf(header.type()) >= 0 && !header.isSumRight()) {
        return true;
      }
    }
    return false;
  }
}
