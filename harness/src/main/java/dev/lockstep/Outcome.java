package dev.lockstep;

import java.time.Duration;

/** How one side ended. */
public sealed interface Outcome {

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

  /** It had not answered when the target's time was over. */
  record TimedOut(Duration limit) implements Outcome {}

  /** It wanted more memory than the target allows. */
  record OutOfMemory(String detail) implements Outcome {}

  /** It cannot be asked: the adapter made a value that has no encoding. */
  record Unsupported(String reason) implements Outcome {}
}
