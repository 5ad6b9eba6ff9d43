package dev.lockstep;

/**
 * A part of an observation that ended without a value: it stands in the tree where the value would
 * have stood.
 *
 * <p>A part that has a value is just that value, so {@link Rejections#part} returns {@code Object}.
 */
public sealed interface Part {

  /**
   * The original does not take this part.
   *
   * @param kind the target's word for it, compared with the port's
   * @param detail for people, never compared
   */
  record Rejected(String kind, String detail) implements Part {}

  /**
   * The original failed in a way that it does not declare.
   *
   * @param kind the exception's class
   * @param where {@code Class.java:line} of the innermost frame outside the JDK
   * @param message for people, never compared
   */
  record Crashed(String kind, String where, String message) implements Part {}
}
