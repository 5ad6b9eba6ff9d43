package dev.lockstep.targets.tar.ledger;

import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;

/**
 * A member has two long names, two long links or two sets of records in front of it, or records and
 * one of the others; or a long name does not end with just one zero byte.
 */
public final class HasTwoNames implements Predicate<byte[]> {
  @Override
  public boolean test(byte[] input) {
    StringBuilder before = new StringBuilder();
    for (Headers.Placed header : Headers.of(input).all()) {
      if (header.isType("LK") && !endsAsItShould(header.content())) {
        return true;
      }
      if (!header.isDescribing()) {
        before.setLength(0);
      } else if (before.indexOf(String.valueOf(header.header().type())) >= 0
          || (!before.isEmpty() && before.toString().contains("x") != header.isType("x"))) {
        return true;
      } else {
        before.append(header.header().type());
      }
    }
    return false;
  }

  private static boolean endsAsItShould(byte[] name) {
    return new String(name, StandardCharsets.ISO_8859_1).indexOf('\0') == name.length - 1;
  }
}
