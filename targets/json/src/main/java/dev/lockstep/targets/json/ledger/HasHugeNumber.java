package dev.lockstep.targets.json.ledger;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A number is farther from zero than every double. */
public final class HasHugeNumber implements Predicate<byte[]> {
  private static final Pattern NUMBER = Pattern.compile("[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]+)?");

  @Override
  public boolean test(byte[] input) {
    return NUMBER
        .matcher(new String(input, ISO_8859_1))
        .results()
        .map(MatchResult::group)
        .anyMatch(number -> Double.isInfinite(Double.parseDouble(number)));
  }
}
