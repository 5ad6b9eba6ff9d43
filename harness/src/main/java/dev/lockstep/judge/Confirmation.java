package dev.lockstep.judge;

import dev.lockstep.Build;
import dev.lockstep.Difference;
import dev.lockstep.Outcome;
import dev.lockstep.Side;
import dev.lockstep.Verdict;
import dev.lockstep.oracle.Oracle;
import dev.lockstep.target.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Judges a case with care: each side in a fresh process, and nobody is blamed before the sides were
 * asked again, given more time where time was the matter, and seen to be far from a limit that only
 * the other has reached.
 */
final class Confirmation {
  /** A side that needs less than this share of a limit is far below it. */
  private static final double FAR_BELOW = 0.25;

  /** What is kept must still be dear on a faster machine, and when asked at a better moment. */
  private static final int COST_MARGIN = 2;

  /** What a side that was too slow gets at the second try. */
  private static final int MORE_TIME = 2;

  private final Oracle oracle;
  private final Limits limits;
  private final SideProcess original;
  private final Symptoms symptoms;
  private final Steadiness steadiness;

  Confirmation(Oracle oracle, Limits limits, SideProcess original) {
    this(oracle, limits, original, 1);
  }

  private Confirmation(Oracle oracle, Limits limits, SideProcess original, int costMargin) {
    this.oracle = oracle;
    this.limits = limits;
    this.original = original;
    this.symptoms = new Symptoms(oracle, limits, costMargin);
    this.steadiness = new Steadiness(oracle);
  }

  /** The same, but for costs: calls a side dear only where it is so by far. */
  Confirmation ofClearCosts() {
    return new Confirmation(oracle, limits, original, COST_MARGIN);
  }

  /** Asks the original about a case: once for all builds of the port. */
  Testimony original(Case fresh) {
    return new Testimony(fresh, original::fresh);
  }

  /** The same, of the process that runs, whatever it has been asked before. */
  Testimony originalRunningOn(Case fresh) {
    return new Testimony(fresh, original::inspect);
  }

  /**
   * The verdict with one build of the port.
   *
   * @param testimony what {@link #original(Case)} gave
   */
  Verdict verdict(Testimony testimony, Build build, SideProcess port) {
    Seen right = port.fresh(testimony.fresh);
    Testimony complete =
        testimony.seen.outcome() instanceof Outcome.Wrote
            ? testimony.with(Side.PORT, right.outcome())
            : testimony;
    return verdict(complete, right, build, port);
  }

  private Verdict verdict(Testimony testimony, Seen right, Build build, SideProcess port) {
    Case fresh = testimony.fresh;
    Seen left = testimony.seen;
    if (!fresh.before().isEmpty()) {
      Optional<Difference> depends = steadiness.dependence(fresh, original, left, port, right);
      if (depends.isPresent()) {
        return oracle.join(fresh.input(), new Verdict.Agree(), List.of(depends.get()));
      }
    }
    Verdict verdict = oracle.judge(fresh.input(), left.outcome(), right.outcome());
    if (verdict instanceof Verdict.Divergence) {
      Optional<Verdict> doubt = doubt(testimony, port, right);
      return doubt.orElseGet(() -> oracle.join(fresh.input(), verdict, effects(left, right)));
    }
    List<Difference> beside = new ArrayList<>(effects(left, right));
    if (left.outcome().answered() && right.outcome().answered()) {
      if (right.effects().isEmpty()) {
        // Whatever is left behind takes memory as well, and has been named.
        symptoms.leak(fresh, left, port).ifPresent(beside::add);
      }
      if (build == Build.RELEASE) {
        symptoms.cost(fresh, original, left, port, right).ifPresent(beside::add);
      }
    }
    return oracle.join(fresh.input(), verdict, beside);
  }

  private List<Difference> effects(Seen left, Seen right) {
    return left.outcome().answered() && right.outcome().answered()
        ? symptoms.effects(left, right)
        : List.of();
  }

  private Optional<Verdict> doubt(Testimony testimony, SideProcess port, Seen right) {
    Case fresh = testimony.fresh;
    Seen left = testimony.seen;
    Optional<String> near =
        near(left, right, testimony::timesOutAgain)
            .or(() -> near(right, left, () -> timesOutAgain(fresh, port)));
    if (near.isPresent()) {
      return Optional.of(new Verdict.Incomparable(near.get()));
    }
    return steadiness
        .change(fresh, original, left, port, right)
        .map(difference -> oracle.join(fresh.input(), new Verdict.Agree(), List.of(difference)));
  }

  /** Whether a side reached a limit that was perhaps only a little too low for both. */
  private Optional<String> near(Seen limited, Seen other, BooleanSupplier timesOutAgain) {
    if (limited.outcome().timedOut()) {
      double share = other.usage().cpuNanos() / (double) limits.timeMax().toNanos();
      if (share > FAR_BELOW || !timesOutAgain.getAsBoolean()) {
        return Optional.of("near the time limit");
      }
    }
    if (limited.outcome().ranOutOfMemory()) {
      double share = other.usage().allocatedBytes() / (limits.memoryMibMax() * (double) (1 << 20));
      if (share > FAR_BELOW) {
        return Optional.of("near the memory limit");
      }
    }
    return Optional.empty();
  }

  private static boolean timesOutAgain(Case fresh, SideProcess side) {
    side.runBefore(fresh);
    return side.withTime(MORE_TIME, fresh).timedOut();
  }

  /** What the original makes of a case, in a fresh process and, if need be, once more. */
  final class Testimony {
    private final Function<Case, Seen> ask;
    private final Case fresh;
    private final Seen seen;
    private @Nullable Boolean timesOutAgain;

    private Testimony(Case asked, Function<Case, Seen> ask) {
      this.ask = ask;
      this.seen = ask.apply(asked);
      this.fresh = asked.with(Side.ORIGINAL, seen.outcome());
    }

    /** The same, of an original that was also asked what it makes of what the port wrote. */
    private Testimony with(Side side, Outcome outcome) {
      return outcome instanceof Outcome.Wrote
          ? new Testimony(fresh.with(side, outcome), ask)
          : this;
    }

    private boolean timesOutAgain() {
      if (timesOutAgain == null) {
        timesOutAgain = Confirmation.timesOutAgain(fresh, original);
      }
      return timesOutAgain;
    }
  }
}
