package dev.lockstep.finding;

import dev.lockstep.judge.Case;
import dev.lockstep.judge.Judge;
import dev.lockstep.judge.Pin;
import dev.lockstep.shrink.Shrinker;
import dev.lockstep.shrink.Shrinker.Shrunk;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * A case, made as small as it got.
 *
 * @param shown what it shows
 * @param pin what it was held to
 * @param foundBytes the length of the input before
 * @param steps how often something smaller was found
 * @param complete whether nothing smaller was left to try: neither executions nor time were spent
 */
record Small(Case replay, Shown shown, Pin pin, int foundBytes, int steps, boolean complete) {
  /** Far more than an input of a few hundred bytes needs. */
  private static final int EXECUTIONS_MAX = 30_000;

  /** Shorter first; of one length, lower bytes first. */
  static final Comparator<byte[]> SMALLER_FIRST =
      Comparator.<byte[]>comparingInt(input -> input.length).thenComparing(Arrays::compareUnsigned);

  /** A case as it was found. */
  static Small asFound(Case found, Shown shown) {
    Pin pin = Pin.loose(shown.difference());
    return new Small(found, shown, pin, found.input().length, 0, false);
  }

  /**
   * Shrinks a case: its input, then what has to run before.
   *
   * @param pin what has to stay
   * @param also what an input has to fulfil beside
   * @param time the last guard; zero leaves it as it is
   */
  static Small of(
      Case found, Shown shown, Pin pin, Predicate<byte[]> also, Judge judge, Duration time) {
    return of(found, shown, pin, also, judge, time, EXECUTIONS_MAX);
  }

  /** The same, bounded by the time alone: somebody waits for it. */
  static Small patiently(Case found, Shown shown, Pin pin, Judge judge, Duration time) {
    return of(found, shown, pin, _ -> true, judge, time, Integer.MAX_VALUE);
  }

  private static Small of(
      Case found,
      Shown shown,
      Pin pin,
      Predicate<byte[]> also,
      Judge judge,
      Duration time,
      int executionsMax) {
    if (time.isZero()) {
      return asFound(found, shown);
    }
    long end = System.nanoTime() + time.toNanos();
    Judge.Question question = judge.question(found, shown.difference(), pin, shown.build());
    Shrunk input =
        Shrinker.shrink(
            found.input(),
            bytes -> question.holdsFor(found.with(bytes)) && also.test(bytes),
            judge.structure(),
            time,
            executionsMax);
    Case smaller = found.with(input.input());
    boolean complete = input.complete();
    for (int i = 0; i < smaller.before().size(); i++) {
      Case now = smaller;
      int index = i;
      Shrunk before =
          Shrinker.shrink(
              now.before().get(i),
              bytes -> question.holdsFor(replaced(now, index, bytes)),
              judge.structure(),
              Duration.ofNanos(Math.max(0, end - System.nanoTime())),
              executionsMax);
      smaller = replaced(now, index, before.input());
      complete &= before.complete();
    }
    return new Small(smaller, shown, pin, found.input().length, input.steps(), complete);
  }

  /** The same case, of which it is known better what it shows. */
  Small showing(Shown better, Pin betterPin) {
    return new Small(replay, better, betterPin, foundBytes, steps, complete);
  }

  private static Case replaced(Case now, int index, byte[] bytes) {
    List<byte[]> before = new ArrayList<>(now.before());
    before.set(index, bytes);
    return new Case(before, now.input());
  }
}
