package dev.lockstep.targets.tar.ledger;

import dev.lockstep.targets.tar.format.Header;
import java.util.Arrays;
import java.util.function.Predicate;

/** Behind what describes a member comes the end of the archive: no whole block, or one of zeros. */
public final class EndsBeforeMember implements Predicate<byte[]> {
  private static final byte[] ZEROS = new byte[Header.BYTES];

  @Override
  public boolean test(byte[] input) {
    return Headers.of(input)
        .any(header -> header.isDescribing() && isEnd(input, input.length - header.behind()));
  }

  private static boolean isEnd(byte[] input, int at) {
    return input.length - at < Header.BYTES
        || Arrays.equals(input, at, at + Header.BYTES, ZEROS, 0, Header.BYTES);
  }
}
