package dev.lockstep.judge;

import dev.lockstep.Difference;
import dev.lockstep.Kind;
import dev.lockstep.Outcome;
import dev.lockstep.Side;
import dev.lockstep.oracle.Oracle;
import dev.lockstep.oracle.OutcomeText;
import java.util.Optional;

/**
 * Whether a side stands by what it says: in another process (if not, it is random), and after other
 * inputs in the same process (if not, it keeps state).
 */
final class Steadiness {
  /** How often a side is asked again before it is believed. */
  private static final int TRIES = 2;

  private final Oracle oracle;

  Steadiness(Oracle oracle) {
    this.oracle = oracle;
  }

  /** A side that says something else of the same case in another fresh process. */
  Optional<Difference> randomness(
      Case fresh, SideProcess original, Seen left, SideProcess port, Seen right) {
    return otherAnswer(fresh, port, right.outcome())
        .map(other -> random(Side.PORT, right.outcome(), other, left.outcome()))
        .or(() ->
            // The process that has just answered comes first: starting a JVM takes its time.
            otherAnswerInPlace(fresh, original, left.outcome())
                .map(other -> random(Side.ORIGINAL, left.outcome(), other, right.outcome())));
  }

  /** A side that says something else of an input when others went before. */
  Optional<Difference> dependence(
      Case fresh, SideProcess original, Seen left, SideProcess port, Seen right) {
    Outcome portAlone = port.fresh(fresh.alone()).outcome();
    if (answeredDifferently(right.outcome(), portAlone)) {
      return Optional.of(state(Side.PORT, portAlone, right.outcome(), left.outcome()));
    }
    Outcome originalAlone = original.fresh(fresh.alone()).outcome();
    return answeredDifferently(left.outcome(), originalAlone)
        ? Optional.of(state(Side.ORIGINAL, originalAlone, left.outcome(), right.outcome()))
        : Optional.empty();
  }

  /** Whether a side says something else of a case's input when nothing went before. */
  static boolean dependsOnBefore(SideProcess side, Case fresh) {
    return answeredDifferently(side.fresh(fresh).outcome(), side.fresh(fresh.alone()).outcome());
  }

  /** Whether a side answered twice, and not the same. */
  static boolean answeredDifferently(Outcome one, Outcome other) {
    return one.answered() && other.answered() && !one.sameAs(other);
  }

  private static Optional<Outcome> otherAnswerInPlace(
      Case fresh, SideProcess side, Outcome before) {
    if (!before.answered()) {
      return Optional.empty();
    }
    Outcome again = side.outcome(fresh.input(), false);
    return before.sameAs(again) ? Optional.empty() : otherAnswer(fresh, side, before);
  }

  private static Optional<Outcome> otherAnswer(Case fresh, SideProcess side, Outcome before) {
    for (int i = 0; i < TRIES; i++) {
      Outcome again = side.fresh(fresh).outcome();
      if (!before.sameAs(again)) {
        return Optional.of(again);
      }
    }
    return Optional.empty();
  }

  private Difference random(Side side, Outcome one, Outcome other, Outcome steady) {
    String says =
        OutcomeText.brief(one) + " at one time, " + OutcomeText.brief(other) + " at another";
    return difference(side, says, "random", steady);
  }

  private Difference state(Side side, Outcome alone, Outcome after, Outcome steady) {
    String says =
        OutcomeText.brief(alone)
            + " by itself, "
            + OutcomeText.brief(after)
            + " after other inputs";
    return difference(side, says, "depends on earlier inputs", steady);
  }

  private Difference difference(Side side, String says, String word, Outcome steady) {
    String other = OutcomeText.brief(steady);
    return switch (side) {
      case ORIGINAL -> oracle.beside(Kind.NONDETERMINISM, says, other, word + "|steady");
      case PORT -> oracle.beside(Kind.NONDETERMINISM, other, says, "steady|" + word);
    };
  }
}
