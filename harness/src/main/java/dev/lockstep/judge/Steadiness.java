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

  /** A side that says something else of the same case when it is asked again. */
  Optional<Difference> change(
      Case fresh, SideProcess original, Seen left, SideProcess port, Seen right) {
    Outcome portSays = right.outcome();
    Optional<Outcome> other = inOtherProcess(fresh, port, portSays);
    if (other.isPresent()) {
      return Optional.of(random(Side.PORT, portSays, other.get(), left.outcome()));
    }
    Optional<Outcome> next = inSameProcess(fresh, port, portSays);
    if (next.isPresent()) {
      return Optional.of(state(Side.PORT, portSays, next.get(), left.outcome()));
    }
    // The process that has just answered comes first: starting a JVM takes its time.
    Outcome originalSays = left.outcome();
    next = inSameProcess(fresh, original, originalSays);
    if (next.isEmpty()) {
      return Optional.empty();
    }
    other = inOtherProcess(fresh, original, originalSays);
    return Optional.of(
        other.isPresent()
            ? random(Side.ORIGINAL, originalSays, other.get(), portSays)
            : state(Side.ORIGINAL, originalSays, next.get(), portSays));
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

  /** What a side says that has just answered the case, if it is something else. */
  private static Optional<Outcome> inSameProcess(Case fresh, SideProcess side, Outcome before) {
    Outcome again = before.answered() ? side.outcome(fresh, false) : before;
    return answeredDifferently(before, again) ? Optional.of(again) : Optional.empty();
  }

  private static Optional<Outcome> inOtherProcess(Case fresh, SideProcess side, Outcome before) {
    for (int i = 0; i < TRIES; i++) {
      Outcome again = side.fresh(fresh).outcome();
      // A machine that is busy can make a side late at any time.
      if (!before.sameAs(again) && !again.timedOut()) {
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
