package dev.lockstep;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

/** How one side ended. */
public sealed interface Outcome {

  /** Whether it answered, by a value or by a rejection, and is ready for the next input. */
  default boolean answered() {
    return switch (this) {
      case Value _, Rejected _ -> true;
      case Wrote wrote -> wrote.all(Outcome::answered);
      case Crashed _, Died _, TimedOut _, OutOfMemory _, Unsupported _ -> false;
    };
  }

  /** Whether the side is there to be asked again. */
  default boolean lives() {
    return switch (this) {
      case Died _, TimedOut _, OutOfMemory _ -> false;
      case Value _, Rejected _, Crashed _, Unsupported _ -> true;
      case Wrote wrote -> wrote.all(Outcome::lives);
    };
  }

  /** Whether it took the input: it answered with a value, or wrote, and reads what it wrote. */
  default boolean takes() {
    return this instanceof Value
        || (this instanceof Wrote(byte[] _, Optional<Outcome> own, Optional<Outcome> _)
            && own.filter(Value.class::isInstance).isPresent());
  }

  /** Whether it was not in time, somewhere. */
  default boolean timedOut() {
    return this instanceof TimedOut
        || (this instanceof Wrote wrote && !wrote.all(read -> !read.timedOut()));
  }

  /** Whether it wanted too much memory, somewhere. */
  default boolean ranOutOfMemory() {
    return this instanceof OutOfMemory
        || (this instanceof Wrote wrote && !wrote.all(read -> !read.ranOutOfMemory()));
  }

  /** Whether another outcome is the same in all that is compared. */
  default boolean sameAs(Outcome other) {
    return switch (this) {
      case Rejected(String kind, String _) ->
          other instanceof Rejected that && kind.equals(that.kind);
      case Crashed(String kind, String where, String _) ->
          other instanceof Crashed that && kind.equals(that.kind) && where.equals(that.where);
      case Died(String how, String _) -> other instanceof Died that && how.equals(that.how);
      case TimedOut _ -> other instanceof TimedOut;
      case OutOfMemory _ -> other instanceof OutOfMemory;
      case Value _, Unsupported _ -> equals(other);
      case Wrote wrote -> other instanceof Wrote that && wrote.readsAs(that);
    };
  }

  /** It answered. */
  record Value(Observation observation) implements Outcome {}

  /**
   * It does not take the input, and says so in the declared way.
   *
   * @param kind the target's word for the reason, the same on both sides
   * @param detail for people, never compared; may be empty
   */
  record Rejected(String kind, String detail) implements Outcome {}

  /**
   * It failed in a way that it does not declare.
   *
   * @param kind {@code panic}, or the exception's class
   * @param where {@code file:line}, the same on every machine
   * @param detail for people, never compared; may be empty
   */
  record Crashed(String kind, String where, String detail) implements Outcome {}

  /**
   * It ended its process, or something it did ended it.
   *
   * @param how short and the same every time, such as {@code stack overflow}, {@code SIGABRT} or
   *     {@code exit(1)}
   * @param detail for people, never compared: where, and its last words; may be empty
   */
  record Died(String how, String detail) implements Outcome {}

  /**
   * It had not answered when the target's time was over.
   *
   * @param limit the target's
   * @param busy whether it was using the processor, and not waiting for something
   */
  record TimedOut(Duration limit, boolean busy) implements Outcome {}

  /** It wanted more memory than the target allows. */
  record OutOfMemory(String detail) implements Outcome {}

  /**
   * It wrote an input for both sides, and was asked what it makes of that and of what the other
   * side wrote.
   *
   * @param written handed over, not to be changed any more
   * @param own what it made of what it wrote; empty if it was not asked, as nobody wrote beside it
   * @param others what it made of what the other side wrote; empty if that wrote nothing, or was
   *     not asked
   */
  @SuppressWarnings("ArrayRecordComponent") // what was written is compared by what it is read as
  record Wrote(byte[] written, Optional<Outcome> own, Optional<Outcome> others) implements Outcome {
    private boolean all(Predicate<Outcome> holds) {
      return own.stream().allMatch(holds) && others.stream().allMatch(holds);
    }

    private boolean readsAs(Wrote that) {
      return same(own, that.own) && same(others, that.others);
    }

    private static boolean same(Optional<Outcome> one, Optional<Outcome> other) {
      return one.isPresent() == other.isPresent()
          && one.stream().allMatch(read -> read.sameAs(other.orElseThrow()));
    }
  }

  /** It cannot be asked: the adapter made a value that has no encoding. */
  record Unsupported(String reason) implements Outcome {}
}
