package dev.lockstep.targets.tar.ledger;

import java.util.function.Predicate;

/** The last header describes a member that does not come. */
public final class EndsBeforeMember implements Predicate<byte[]> {
  @Override
  public boolean test(byte[] input) {
    Headers headers = Headers.of(input);
    return !headers.all().isEmpty() && headers.all().getLast().isDescribing();
  }
}
