package dev.lockstep.targets.inflate.ledger;

import java.util.function.Predicate;

/** The header of RFC 1950 is right and names a preset dictionary. */
public final class WantsDictionary implements Predicate<byte[]> {
  @Override
  public boolean test(byte[] input) {
    return input.length > 2
        && Reading.isStream(input)
        && Reading.isZlib(input)
        && (((input[1] & 0xff) << 8) + (input[2] & 0xff)) % 31 == 0
        && (input[2] & 0x20) != 0;
  }
}
