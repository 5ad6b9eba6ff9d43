package dev.lockstep.targets.bson.ledger;

import java.util.function.Predicate;

/**
 * Two options of a regular expression are beyond U+FFFF: sorted by UTF-16 units, they come apart.
 */
public final class HasTornOptions implements Predicate<byte[]> {
  @Override
  public boolean test(byte[] input) {
    return Documents.hasElement(input, element -> Options.areTorn(element.value()));
  }
}
