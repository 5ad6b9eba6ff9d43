package dev.lockstep.finding;

import dev.lockstep.Build;
import dev.lockstep.Kind;
import dev.lockstep.Side;
import java.util.List;

/**
 * An engine that ended before its time, and what it was doing. A suspicion and no more: what the
 * input does is said by whoever runs it alone.
 *
 * @param how it ended, in a few words
 * @param side that was running
 * @param build of the port
 * @param history the inputs that it had run, oldest first; the last one was running. Empty if it
 *     had not run any
 * @param words for people: what it printed last, and what the JVM wrote about its end
 */
public record Death(String how, Side side, Build build, List<byte[]> history, String words) {
  /** How an engine ends that was ended because it did not answer. */
  public static final String NO_ANSWER = "no answer in time";

  /** Copies the list; the inputs are handed over. */
  public Death {
    history = List.copyOf(history);
  }

  /** Whether it hung or ended by itself. */
  Kind kind() {
    return how.equals(NO_ANSWER) ? Kind.HANG : Kind.DEATH;
  }

  /** What was running. */
  byte[] input() {
    return history.isEmpty() ? new byte[0] : history.getLast();
  }
}
