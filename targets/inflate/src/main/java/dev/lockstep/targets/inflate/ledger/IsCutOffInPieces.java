package dev.lockstep.targets.inflate.ledger;

import java.util.function.Predicate;

/** The stream is cut off, and its output is asked for in pieces. */
public final class IsCutOffInPieces implements Predicate<byte[]> {
  private static final int OUTPUT_PIECES = 0xe0;

  @Override
  public boolean test(byte[] input) {
    return Reading.isStream(input)
        && (input[0] & OUTPUT_PIECES) != 0
        && Reading.fault(input).equals("cut off");
  }
}
