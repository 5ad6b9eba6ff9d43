package dev.lockstep.targets.roaring;

import java.util.function.Predicate;

/** Inputs that ask whether a range of no values is contained: of an entry of the ledger. */
public final class AsksForEmptyRange implements Predicate<byte[]> {
  @Override
  public boolean test(byte[] input) {
    return RoaringStructure.program(input).stream()
        .anyMatch(operation ->
            operation instanceof Operation.ContainsRange(long _, int count, int _) && count == 0);
  }
}
