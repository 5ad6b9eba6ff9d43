package dev.lockstep.targets.bson.ledger;

import java.util.function.Predicate;

/**
 * The options of a regular expression are not in order, and none becomes half a character in it.
 */
public final class HasUnsortedOptions implements Predicate<byte[]> {
  @Override
  public boolean test(byte[] input) {
    return Documents.hasElement(input, element -> Options.areUnsorted(element.value()))
        && !Documents.hasElement(input, element -> Options.areTorn(element.value()));
  }
}
