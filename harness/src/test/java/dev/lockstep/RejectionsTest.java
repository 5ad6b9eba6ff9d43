package dev.lockstep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import org.junit.jupiter.api.Test;

final class RejectionsTest {

  @Test
  void anExceptionIsPlacedAtTheInnermostFrameOutsideTheJdk() {
    IllegalStateException thrown = new IllegalStateException("no");
    thrown.setStackTrace(
        frames("java.util.Objects:10", "a.Inner:20", "a.Outer:30", "a.Inner:20", "a.Outer:30"));
    assertEquals("Inner.java:20", where(thrown));
  }

  @Test
  void aFullStackIsPlacedInTheCircleWhereverItGotFull() {
    StackOverflowError atInner = new StackOverflowError();
    atInner.setStackTrace(
        frames("a.Leaf:1", "a.Inner:20", "a.Outer:30", "a.Inner:20", "a.Outer:30", "a.Main:5"));
    StackOverflowError atOuter = new StackOverflowError();
    atOuter.setStackTrace(
        frames("java.util.HashMap:7", "a.Outer:30", "a.Inner:20", "a.Outer:30", "a.Inner:20"));
    assertEquals("Inner.java:20", where(atInner));
    assertEquals("Inner.java:20", where(atOuter));
  }

  @Test
  void aFullStackWithoutACircleIsPlacedLikeAnyOther() {
    StackOverflowError thrown = new StackOverflowError();
    thrown.setStackTrace(frames("a.Outer:30", "a.Inner:20"));
    assertEquals("Outer.java:30", where(thrown));
  }

  @Test
  void aRealRecursionHasOnePlaceHoweverDeepItIs() throws InterruptedException {
    assertEquals(whereOnStackOf(300_000), whereOnStackOf(1_000_000));
  }

  private static String whereOnStackOf(long bytes) throws InterruptedException {
    String[] where = new String[1];
    Thread thread =
        new Thread(
            null,
            () -> {
              try {
                even(0);
              } catch (StackOverflowError e) {
                where[0] = where(e);
              }
            },
            "deep",
            bytes);
    thread.start();
    thread.join();
    return where[0];
  }

  private static long even(long depth) {
    return odd(depth + List.of(depth).getFirst()) + 1;
  }

  private static long odd(long depth) {
    return even(depth + Long.toString(depth).length()) + 1;
  }

  private static String where(Throwable thrown) {
    return assertInstanceOf(Part.Crashed.class, Rejections.none().failed(thrown)).where();
  }

  /** From {@code package.Class:line}, innermost first. */
  private static StackTraceElement[] frames(String... places) {
    StackTraceElement[] frames = new StackTraceElement[places.length];
    for (int i = 0; i < places.length; i++) {
      String[] parts = places[i].split(":", 2);
      String file = parts[0].substring(parts[0].lastIndexOf('.') + 1) + ".java";
      frames[i] = new StackTraceElement(parts[0], "run", file, Integer.parseInt(parts[1]));
    }
    return frames;
  }
}
