package dev.lockstep.targets.json.ledger;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * A literal outside of all lists and objects has a character right behind it that is no space, ends
 * nothing, and could not go on with a word.
 */
public final class HasTightLiteral implements Predicate<byte[]> {
  private static final List<byte[]> LITERALS =
      List.of("true".getBytes(US_ASCII), "false".getBytes(US_ASCII), "null".getBytes(US_ASCII));

  private static final String ENDS = " \t\r\n\",:[]{}";

  @Override
  public boolean test(byte[] input) {
    return Outermost.anyMatch(
        input, i -> LITERALS.stream().anyMatch(literal -> isTight(input, i, literal)));
  }

  private static boolean isTight(byte[] input, int from, byte[] literal) {
    int to = from + literal.length;
    return to < input.length
        && Arrays.equals(input, from, to, literal, 0, literal.length)
        && ENDS.indexOf(input[to]) < 0
        && !isOfWord(input[to]);
  }

  /** What is not ASCII may be either, and counts as no part of a word. */
  private static boolean isOfWord(byte b) {
    return b >= '0' && Character.isJavaIdentifierPart(b);
  }
}
