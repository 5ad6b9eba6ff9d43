package dev.lockstep.place;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Writes down the steps of one thread, or marks those of all. Woven into the classes of an
 * original, those of the JDK included: so it is loaded by the loader of the JDK, and knows nothing
 * else of ours.
 */
public final class LineLog {
  private static volatile @Nullable Thread followed;
  private static @Nullable IntBuffer way;
  private static volatile @Nullable ByteBuffer marks;
  private static boolean paused;

  private LineLog() {}

  /**
   * Follows this thread from now on.
   *
   * @param into gets the number of steps and then the steps; what does not fit is left out
   */
  public static void follow(IntBuffer into) {
    way = into;
    paused = false;
    followed = Thread.currentThread();
  }

  /**
   * Marks the steps of all threads from now on.
   *
   * @param into has a byte for each step; one that is taken becomes 1, what does not fit is left
   *     out
   */
  public static void mark(ByteBuffer into) {
    marks = into;
  }

  /** Follows no thread any more, and marks nothing. */
  public static void stop() {
    followed = null;
    marks = null;
  }

  /**
   * Leaves out what this thread does from now on, if it is followed.
   *
   * @param now false to go on
   * @return what held before
   */
  public static boolean pause(boolean now) {
    boolean before = paused;
    if (Thread.currentThread() == followed) {
      paused = now;
    }
    return before;
  }

  /** Called by the original at each step. */
  public static void step(int number) {
    ByteBuffer all = marks;
    if (all != null && number < all.limit()) {
      all.put(number, (byte) 1);
    }
    if (Thread.currentThread() != followed || paused) {
      return;
    }
    // What this calls may be followed as well.
    paused = true;
    IntBuffer steps = way;
    if (steps != null) {
      int count = steps.get(0);
      if (count + 1 < steps.limit()) {
        steps.put(count + 1, number);
        steps.put(0, count + 1);
      }
    }
    paused = false;
  }
}
