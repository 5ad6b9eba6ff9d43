package dev.lockstep.finding;

import dev.lockstep.Kind;
import dev.lockstep.Verdict;
import dev.lockstep.cause.BytePattern;
import dev.lockstep.cause.ByteSet;
import dev.lockstep.cause.Generaliser;
import dev.lockstep.cause.Generaliser.Generalised;
import dev.lockstep.judge.Judge;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a small case needs to diverge as it does.
 *
 * @param pattern empty if it was not found out: the case is not as small as it gets, needs earlier
 *     inputs, or takes too long to ask thousands of times
 * @param nearestAgreeing the closest input on which the sides agree, if one is known
 */
record Need(Optional<BytePattern> pattern, Optional<byte[]> nearestAgreeing) {
  private static final Need UNKNOWN = new Need(Optional.empty(), Optional.empty());

  /** The last guard, for targets that take very long. */
  private static final Duration TIME_MAX = Duration.ofSeconds(30);

  private static final int EXECUTIONS_MAX = 60_000;

  /** Where each question may cost a process. */
  private static final int PROCESSES_MAX = 4_000;

  /** How many executions an input takes at least, for each of its bytes. */
  private static final int EXECUTIONS_EACH_BYTE = 26;

  /** How alike the turns must be of bytes that are of one cause. */
  private static final double ALIKE_MIN = 0.8;

  private static final int QUESTIONS_TO_MEASURE = 3;

  /** Finds it out, as far as that is quick. */
  static Need of(Small small, Judge judge) {
    if (!small.complete()
        || !small.replay().before().isEmpty()
        || !showsInAnAnswer(small.shown().difference().kind())) {
      return UNKNOWN;
    }
    Judge.Question question =
        judge.question(
            small.replay(), small.shown().difference(), small.pin(), small.shown().build());
    if (!isQuick(question, small)) {
      return UNKNOWN;
    }
    Optional<Generalised> found =
        Generaliser.generalise(
            small.replay().input(),
            bytes -> question.holdsFor(small.replay().with(bytes)),
            TIME_MAX,
            executionsMax(small));
    return found.map(generalised -> of(small, judge, generalised)).orElse(UNKNOWN);
  }

  private static Need of(Small small, Judge judge, Generalised found) {
    Optional<byte[]> agreeing = nearest(small, judge, found.neighbours());
    return new Need(
        Optional.of(
            agreeing
                .map(other -> withoutOtherCauses(small.replay().input(), other, judge, found))
                .orElseGet(found::pattern)),
        agreeing);
  }

  /** Best one that both sides take: that both reject says little of why they parted. */
  private static Optional<byte[]> nearest(Small small, Judge judge, List<byte[]> neighbours) {
    List<byte[]> agreeing =
        neighbours.stream()
            .filter(input -> judge.judge(input, small.shown().build()) instanceof Verdict.Agree)
            .toList();
    return agreeing.stream()
        .filter(judge::originalTakes)
        .findFirst()
        .or(() -> agreeing.stream().findFirst());
  }

  /**
   * The pattern without the values of the crucial byte that take the port another way: they show
   * the same, and are a cause of their own.
   */
  private static BytePattern withoutOtherCauses(
      byte[] input, byte[] agreeing, Judge judge, Generalised found) {
    int at = Arrays.mismatch(input, agreeing);
    ByteSet values =
        found.pattern().elements().stream()
            .flatMap(Optional::stream)
            .skip(at)
            .findFirst()
            .orElseThrow();
    Optional<Turn> own = Turn.between(judge, input, agreeing);
    if (own.isEmpty() || values.isBroad()) {
      return found.pattern();
    }
    ByteSet same = ByteSet.of(input[at]);
    for (int value = 0; value < 1 << Byte.SIZE; value++) {
      byte[] other = input.clone();
      other[at] = (byte) value;
      if (values.contains((byte) value)
          && Turn.between(judge, other, agreeing)
              .map(turn -> turn.likeness(own.get()) >= ALIKE_MIN)
              .orElse(true)) {
        same = same.or(ByteSet.of(value));
      }
    }
    return found.pattern().with(at, same);
  }

  private static boolean showsInAnAnswer(Kind kind) {
    return switch (kind) {
      case VALUE, REJECT, REJECT_KIND, CRASH, DEATH -> true;
      case HANG, MEMORY, COST, NONDETERMINISM, EFFECT -> false;
    };
  }

  private static int executionsMax(Small small) {
    return small.shown().difference().kind() == Kind.DEATH ? PROCESSES_MAX : EXECUTIONS_MAX;
  }

  /** Whether it still holds, and the time can be enough: half a pattern is none. */
  private static boolean isQuick(Judge.Question question, Small small) {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < QUESTIONS_TO_MEASURE; i++) {
      long start = System.nanoTime();
      if (!question.holdsFor(small.replay())) {
        return false;
      }
      least = Math.min(least, System.nanoTime() - start);
    }
    long executions = (long) EXECUTIONS_EACH_BYTE * small.replay().input().length;
    return executions <= executionsMax(small) && least * executions <= TIME_MAX.toNanos();
  }
}
