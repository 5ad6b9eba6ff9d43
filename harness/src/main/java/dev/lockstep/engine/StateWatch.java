package dev.lockstep.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/**
 * Notices what the sides leave behind, and which input did it. A look costs milliseconds, so it is
 * taken now and then; the inputs since the last one are then run again until the one is found.
 */
final class StateWatch {
  private static final int LOOK_EVERY = 4_096;

  /** Printing is looked for after so many executions. */
  private static final int OUTPUT_EVERY = 16;

  /** Of the inputs since the last look, those that reached more are the likely ones. */
  private static final int LIKELY_MAX = 4;

  /** Looking may take this share of the time, as one in so many. */
  private static final int SHARE = 20;

  private static final long SEARCH_NANOS_MAX = 2_000_000_000;

  private final Surroundings surroundings;
  private final Consumer<byte[]> again;
  private final IntFunction<List<byte[]>> history;
  private final LongSupplier nanoTime;
  private final List<byte[]> likely = new ArrayList<>();
  private long nextLookNanos;
  private int executions;

  /**
   * Watches.
   *
   * @param surroundings what may change
   * @param again runs an input once more
   * @param history the last so many inputs that ran, oldest first, or fewer
   */
  StateWatch(
      Surroundings surroundings,
      Consumer<byte[]> again,
      IntFunction<List<byte[]>> history,
      LongSupplier nanoTime) {
    this.surroundings = surroundings;
    this.again = again;
    this.history = history;
    this.nanoTime = nanoTime;
    this.nextLookNanos = nanoTime.getAsLong();
  }

  /**
   * Takes note of an execution, and looks if it is time to.
   *
   * @param wanted whether to search for who has an effect
   * @return what was seen to change
   */
  List<Effect> executed(byte[] input, boolean reachedMore, Predicate<String> wanted) {
    executions++;
    if (reachedMore && likely.size() < LIKELY_MAX) {
      likely.add(input);
    }
    boolean due =
        reachedMore
            || executions >= LOOK_EVERY
            || (executions % OUTPUT_EVERY == 0 && surroundings.printed());
    if (!due || nanoTime.getAsLong() < nextLookNanos) {
      return List.of();
    }
    return look(input, wanted);
  }

  /**
   * Looks at once, whatever is due: for the end of a phase.
   *
   * @param last the input that ran last
   * @return what was seen to change
   */
  List<Effect> atLast(byte[] last, Predicate<String> wanted) {
    return executions == 0 ? List.of() : look(last, wanted);
  }

  /** What has changed since the last look was somebody else's doing, and of no interest. */
  void overlook() {
    List<String> _ = surroundings.changes();
    likely.clear();
    executions = 0;
  }

  private List<Effect> look(byte[] input, Predicate<String> wanted) {
    long start = nanoTime.getAsLong();
    List<String> changes = surroundings.changes();
    long took = nanoTime.getAsLong() - start;
    List<Effect> effects = new ArrayList<>();
    for (String change : changes) {
      if (wanted.test(change)) {
        effects.add(search(change, input));
      }
    }
    if (!effects.isEmpty() && executions > 1) {
      // What the engine goes by afterwards shall be this input's own.
      again.accept(input);
      List<String> _ = surroundings.changes();
    }
    likely.clear();
    executions = 0;
    nextLookNanos = nanoTime.getAsLong() + SHARE * took;
    return effects;
  }

  private Effect search(String change, byte[] input) {
    if (executions == 1) {
      return new Effect(change, true, List.of(input));
    }
    long end = nanoTime.getAsLong() + SEARCH_NANOS_MAX;
    List<byte[]> suspects = new ArrayList<>(likely);
    suspects.remove(input);
    suspects.addFirst(input);
    for (byte[] suspect : suspects) {
      if (shows(change, List.of(suspect), end)) {
        return new Effect(change, true, List.of(suspect));
      }
    }
    List<byte[]> among = history.apply(executions + suspects.size());
    while (among.size() > 1 && nanoTime.getAsLong() < end) {
      List<byte[]> first = among.subList(0, among.size() / 2);
      List<byte[]> second = among.subList(among.size() / 2, among.size());
      among = shows(change, first, end) ? first : second;
    }
    return among.size() == 1 && shows(change, among, end)
        ? new Effect(change, true, among)
        : new Effect(change, false, suspects);
  }

  private boolean shows(String change, List<byte[]> inputs, long endNanos) {
    for (byte[] input : inputs) {
      if (nanoTime.getAsLong() >= endNanos) {
        break;
      }
      again.accept(input);
    }
    return surroundings.changes().contains(change);
  }

  /**
   * Something that changed.
   *
   * @param what in words that are the same every time
   * @param sure whether the input showed it when it was run again
   * @param inputs the one that did it; those that may have done it, if that is not sure
   */
  record Effect(String what, boolean sure, List<byte[]> inputs) {}
}
