package dev.lockstep.targets.hdrhistogram;

import dev.lockstep.operations.Programs;
import java.util.function.Predicate;

/** What a program does, for the entries of the ledger. */
final class Does {
  private static final Programs<Operation> PROGRAMS = Programs.of(Operation.class);

  private Does() {}

  static boolean any(byte[] input, Predicate<Operation> operation) {
    return PROGRAMS.decode(input).stream().anyMatch(operation);
  }
}
