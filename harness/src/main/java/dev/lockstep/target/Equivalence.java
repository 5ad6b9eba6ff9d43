package dev.lockstep.target;

/** A difference that a target declares to mean nothing, with the reason why. */
public sealed interface Equivalence {

  /** Where it holds: a path with {@code *} for any index, such as {@code $.glyphs[*].advance}. */
  String path();

  /** Why it means nothing; never blank. */
  String reason();

  /**
   * Numbers this far apart are equal.
   *
   * @param tolerance the largest distance that still counts as equal; finite and above zero
   */
  record Tolerance(String path, double tolerance, String reason) implements Equivalence {}

  /** What stands here is not compared. */
  record Ignored(String path, String reason) implements Equivalence {}

  /** The order of the list here means nothing. */
  record Unordered(String path, String reason) implements Equivalence {}

  /**
   * Each entry of the list here works on what those before it left: what comes after the first that
   * differs only follows from it.
   */
  record Sequential(String path, String reason) implements Equivalence {}
}
