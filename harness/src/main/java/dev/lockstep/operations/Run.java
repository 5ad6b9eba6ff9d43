package dev.lockstep.operations;

import java.util.List;

/**
 * What a program did, to be observed as it is: the port's has the same fields.
 *
 * @param model a hash of the declared operations: two sides that declare other ones part here at
 *     once, whatever the program is
 * @param steps what each operation said, under its name
 */
public record Run(long model, List<Object> steps) {
  /** Copies the list. */
  public Run {
    steps = List.copyOf(steps);
  }
}
