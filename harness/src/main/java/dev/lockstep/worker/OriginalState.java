package dev.lockstep.worker;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TimeZone;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a JVM holds for all its code that an original can change and that outlasts its answer. */
final class OriginalState {
  /** What is to be compared, by the words for its change. */
  private final Map<String, @Nullable Object> values = new HashMap<>();

  private OriginalState() {}

  /** The state of this JVM. */
  static OriginalState now() {
    OriginalState state = new OriginalState();
    state.values.put(
        "changed the default locale",
        List.of(
            Locale.getDefault(),
            Locale.getDefault(Locale.Category.DISPLAY),
            Locale.getDefault(Locale.Category.FORMAT)));
    state.values.put("changed the default time zone", TimeZone.getDefault());
    state.values.put("changed system properties", properties());
    state.values.put("replaced System.in", new Same(System.in));
    state.values.put("replaced System.out", new Same(System.out));
    state.values.put("replaced System.err", new Same(System.err));
    state.values.put(
        "changed the default exception handler",
        new Same(Thread.getDefaultUncaughtExceptionHandler()));
    Thread thread = Thread.currentThread();
    state.values.put("interrupted its thread", thread.isInterrupted());
    state.values.put("renamed its thread", thread.getName());
    state.values.put("changed its thread's class loader", new Same(thread.getContextClassLoader()));
    return state;
  }

  /** What differs from an earlier state: sorted, in words that are the same every time. */
  List<String> changesSince(OriginalState before) {
    TreeSet<String> changes = new TreeSet<>();
    before.values.forEach((what, old) -> {
      if (!Objects.equals(old, values.get(what))) {
        changes.add(what);
      }
    });
    return List.copyOf(changes);
  }

  private static Map<Object, Object> properties() {
    Properties properties = System.getProperties();
    synchronized (properties) {
      return new HashMap<>(properties);
    }
  }

  /** Equal only to the very same object, whatever that one's own idea of equality is. */
  private record Same(@Nullable Object object) {
    @Override
    @SuppressWarnings("ReferenceEquality") // that is the point
    public boolean equals(@Nullable Object other) {
      return other instanceof Same(Object its) && its == object;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(object);
    }
  }
}
