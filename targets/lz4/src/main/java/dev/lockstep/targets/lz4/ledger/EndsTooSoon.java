package dev.lockstep.targets.lz4.ledger;

import java.util.function.Predicate;

/**
 * The input is a block that can be read, and breaks the rules about its end: the last five bytes of
 * the output are literals, and the last match begins at least twelve bytes before the end.
 */
public final class EndsTooSoon implements Predicate<byte[]> {
  private static final int LAST_LITERALS_MIN = 5;
  private static final int LAST_MATCH_TO_END_MIN = 12;

  @Override
  public boolean test(byte[] input) {
    Sequences block = Sequences.of(input);
    return block.isWhole()
        && block.hasMatch()
        && (block.lastLiterals() < LAST_LITERALS_MIN
            || block.outputBytes() - block.lastMatchStart() < LAST_MATCH_TO_END_MIN);
  }
}
