package dev.lockstep.targets.json.ledger;

import java.util.function.Predicate;

/** The input is UTF-16 or UTF-32 by its first bytes: a mark, or a zero among the first two. */
public final class IsOfWideUnits implements Predicate<byte[]> {
  @Override
  public boolean test(byte[] input) {
    return input.length >= 2 && (input[0] == 0 || input[1] == 0 || isMark(input[0], input[1]));
  }

  private static boolean isMark(byte first, byte second) {
    return (first == (byte) 0xfe && second == (byte) 0xff)
        || (first == (byte) 0xff && second == (byte) 0xfe);
  }
}
