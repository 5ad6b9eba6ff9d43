package dev.lockstep.targets.hdrhistogram;

import dev.lockstep.operations.Programs;
import java.util.function.LongPredicate;
import java.util.function.Predicate;

/** What a program does, for the entries of the ledger. */
final class Does {
  private static final Programs<Operation> PROGRAMS = Programs.of(Operation.class);

  private Does() {}

  static boolean any(byte[] input, Predicate<Operation> operation) {
    return PROGRAMS.decode(input).stream().anyMatch(operation);
  }

  /** Whether something holds of a histogram, as it was written, that is read. */
  static boolean anyRead(byte[] input, Predicate<byte[]> written) {
    return any(
        input,
        operation ->
            switch (operation) {
              case Operation.ReadV2(byte[] bytes) -> written.test(bytes);
              case Operation.ReadDeflated(byte[] bytes) -> written.test(Format.inside(bytes));
              default -> false;
            });
  }

  /** Whether something holds of the lowest value that is told from 0 in one made or read. */
  static boolean anyLow(byte[] input, LongPredicate low) {
    return any(
            input,
            operation ->
                operation instanceof Operation.Create(long least, long _, int _) && low.test(least))
        || anyRead(input, written -> low.test(Format.low(written)));
  }

  /** Whether one is read, or made with a unit above 1. */
  static boolean mayHaveUnitAbove1(byte[] input) {
    return any(
        input,
        operation ->
            (operation instanceof Operation.Create(long low, long _, int _) && low > 1)
                || isRead(operation));
  }

  static boolean isRead(Operation operation) {
    return operation instanceof Operation.ReadV2 || operation instanceof Operation.ReadDeflated;
  }
}
