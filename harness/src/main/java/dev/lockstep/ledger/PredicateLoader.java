package dev.lockstep.ledger;

import dev.lockstep.target.BrokenBaselineException;
import java.util.function.Predicate;

/** Makes the predicates that entries name. */
final class PredicateLoader {
  private PredicateLoader() {}

  /**
   * Makes an instance.
   *
   * @param place where it is named
   * @throws BrokenBaselineException if there is no such class, or it is no such predicate
   */
  @SuppressWarnings("unchecked") // what it takes is erased; a wrong one throws when it is asked
  static Predicate<byte[]> load(String className, ClassLoader glue, String place) {
    Object made;
    try {
      made = Class.forName(className, true, glue).getConstructor().newInstance();
    } catch (ReflectiveOperationException | LinkageError e) {
      throw new BrokenBaselineException(
          place + ": the predicate `" + className + "` does not load: " + e,
          "it is a public class of the target's Java project, with a public constructor without"
              + " parameters",
          e);
    }
    if (made instanceof Predicate<?> predicate) {
      return (Predicate<byte[]>) predicate;
    }
    throw new BrokenBaselineException(
        place + ": `" + className + "` is no predicate",
        "it implements `java.util.function.Predicate<byte[]>`");
  }
}
