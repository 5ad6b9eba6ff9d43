package dev.lockstep;

import java.util.Locale;

/** What sort of divergence it is. {@code docs/divergence-kinds.md} has a section for each. */
public enum Kind {
  /** Both sides answer, with different values. */
  VALUE,
  /** One side rejects what the other takes. */
  REJECT,
  /** Both reject, for different reasons. */
  REJECT_KIND,
  /** One side fails in a way that it does not declare: a panic, an undeclared exception. */
  CRASH,
  /** One side ends its process: abort, signal, exit, stack overflow. */
  DEATH,
  /** One side does not answer within the target's time. */
  HANG,
  /** One side needs more than the target's memory. */
  MEMORY,
  /** One side is slower or hungrier than the other by more than the target allows. */
  COST,
  /** One side disagrees with itself. */
  NONDETERMINISM,
  /**
   * One side leaves something behind in its process that the other does not: output, a thread, a
   * changed setting.
   */
  EFFECT;

  /** The word for people and JSON, such as {@code reject_kind}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Whether it lies in what the sides answer: then both do answer, within their limits, and asking
   * again costs no more than an execution.
   */
  public boolean isOfAnswers() {
    return switch (this) {
      case VALUE, REJECT, REJECT_KIND, CRASH -> true;
      case DEATH, HANG, MEMORY, COST, NONDETERMINISM, EFFECT -> false;
    };
  }
}
