package dev.lockstep.targets.json.ledger;

import java.util.function.Predicate;

/** A number outside of all lists and objects has a delimiter right behind it, and no space. */
public final class HasTightNumber implements Predicate<byte[]> {
  private static final String DELIMITERS = "\",:[]{}";

  @Override
  public boolean test(byte[] input) {
    return Outermost.anyMatch(input, i -> isTight(input, i));
  }

  private static boolean isTight(byte[] input, int i) {
    return input[i] >= '0'
        && input[i] <= '9'
        && i + 1 < input.length
        && DELIMITERS.indexOf(input[i + 1]) >= 0;
  }
}
