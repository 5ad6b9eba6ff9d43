package dev.lockstep;

import java.util.List;

/** What a pair of outcomes means. */
public sealed interface Verdict {

  /** Both sides say the same. */
  record Agree() implements Verdict {}

  /**
   * The sides part.
   *
   * @param differences at least one, each with another fingerprint, in the order of the tree
   * @param count how many places differ in all
   */
  record Divergence(List<Difference> differences, int count) implements Verdict {}

  /**
   * The sides part only where the target has declared that they may, or where its ledger has it
   * that they do.
   *
   * @param rules the paths of the rules that applied, which begin with {@code $}, and the ids of
   *     the ledger's entries, which do not; each once
   */
  record Accepted(List<String> rules) implements Verdict {}

  /**
   * Nothing can be said.
   *
   * @param reason a short word that is counted and shown, such as {@code nondeterministic port}
   */
  record Incomparable(String reason) implements Verdict {}
}
