package dev.lockstep.gate;

import dev.lockstep.Verdict;

/** How many inputs got which verdict. */
public record Counted(long agree, long divergence, long accepted, long incomparable) {
  /** Nothing yet. */
  public static final Counted NONE = new Counted(0, 0, 0, 0);

  /** With one more. */
  public Counted and(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Agree _ -> new Counted(agree + 1, divergence, accepted, incomparable);
      case Verdict.Divergence _ -> new Counted(agree, divergence + 1, accepted, incomparable);
      case Verdict.Accepted _ -> new Counted(agree, divergence, accepted + 1, incomparable);
      case Verdict.Incomparable _ -> new Counted(agree, divergence, accepted, incomparable + 1);
    };
  }

  /** Both together. */
  public Counted and(Counted other) {
    return new Counted(
        agree + other.agree,
        divergence + other.divergence,
        accepted + other.accepted,
        incomparable + other.incomparable);
  }

  /** All of them. */
  public long total() {
    return agree + divergence + accepted + incomparable;
  }
}
