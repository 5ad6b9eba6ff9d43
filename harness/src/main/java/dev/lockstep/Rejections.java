package dev.lockstep;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Which exception types mean "rejected", and of what kind. Everything else thrown is a crash of the
 * original.
 *
 * <p>A type covers its subtypes. Where two types cover the same exception, the one named first
 * decides.
 */
public final class Rejections {
  private static final Rejections NONE = new Rejections(Map.of());

  private final Map<Class<? extends Throwable>, String> kinds;

  private Rejections(Map<Class<? extends Throwable>, String> kinds) {
    this.kinds = kinds;
  }

  /** The original never rejects: whatever it throws is a crash. */
  public static Rejections none() {
    return NONE;
  }

  /**
   * Names a first type.
   *
   * @param type the exception type, subtypes included
   * @param kind the word for it that the port uses too, such as {@code malformed}
   */
  public static Rejections when(Class<? extends Throwable> type, String kind) {
    return NONE.or(type, kind);
  }

  /** Names one more type; see {@link #when}. */
  public Rejections or(Class<? extends Throwable> type, String kind) {
    Map<Class<? extends Throwable>, String> more = new LinkedHashMap<>(kinds);
    more.putIfAbsent(type, kind);
    return new Rejections(more);
  }

  /** The kind of rejection that {@code thrown} means, or empty if it is a crash. */
  public Optional<String> kindOf(Throwable thrown) {
    for (Map.Entry<Class<? extends Throwable>, String> entry : kinds.entrySet()) {
      if (entry.getKey().isInstance(thrown)) {
        return Optional.of(entry.getValue());
      }
    }
    return Optional.empty();
  }

  /**
   * Observes one part by itself, so that its failure leaves the others comparable.
   *
   * @return the part's value, or a {@link Part} if it was rejected or crashed; running out of
   *     memory is not the part's affair and is passed on
   */
  public @Nullable Object part(Callable<? extends @Nullable Object> observe) {
    try {
      return observe.call();
    } catch (OutOfMemoryError e) {
      throw e;
    } catch (Throwable thrown) {
      return failed(thrown);
    }
  }

  /** What a part is that ended with {@code thrown}. */
  public Part failed(Throwable thrown) {
    String message = String.valueOf(thrown.getMessage());
    return kindOf(thrown)
        .<Part>map(kind -> new Part.Rejected(kind, message))
        .orElseGet(() -> new Part.Crashed(thrown.getClass().getName(), where(thrown), message));
  }

  /** How many of the innermost frames show the circle of an endless recursion. */
  private static final int CIRCLE_FRAMES = 200;

  /** The innermost frame outside the JDK and the harness, as {@code Class.java:line}. */
  private static String where(Throwable thrown) {
    StackTraceElement[] frames = thrown.getStackTrace();
    Optional<String> circle =
        thrown instanceof StackOverflowError ? circle(frames) : Optional.empty();
    if (circle.isPresent()) {
      return circle.get();
    }
    for (StackTraceElement frame : frames) {
      if (isForeign(frame)) {
        return place(frame);
      }
    }
    return frames.length == 0 ? "unknown" : place(frames[0]);
  }

  /**
   * A place that stands for an endless recursion: where the stack happened to be full differs from
   * run to run, but the circle is the same. Of its places, the alphabetically first.
   */
  private static Optional<String> circle(StackTraceElement[] frames) {
    Set<String> seen = new HashSet<>();
    return Arrays.stream(frames)
        .filter(Rejections::isForeign)
        .limit(CIRCLE_FRAMES)
        .map(Rejections::place)
        .filter(place -> !seen.add(place))
        .min(Comparator.naturalOrder());
  }

  private static boolean isForeign(StackTraceElement frame) {
    return !frame.getClassName().startsWith("java.")
        && !frame.getClassName().startsWith("jdk.")
        && !frame.getClassName().equals(Rejections.class.getName());
  }

  private static String place(StackTraceElement frame) {
    return frame.getFileName() + ":" + frame.getLineNumber();
  }
}
