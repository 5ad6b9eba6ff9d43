package dev.lockstep.targets.properties;

import dev.lockstep.Original;
import dev.lockstep.Rejections;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Loads an input with {@link Properties#load(java.io.InputStream)}.
 *
 * <p>A malformed input is not rejected as a whole: what was loaded before the malformed escape
 * stays in the table, so it is observed, and {@code end} says how the loading ended.
 */
public final class PropertiesOriginal implements Original {
  private static final Rejections REJECTIONS =
      Rejections.when(IllegalArgumentException.class, "malformed");

  /**
   * What one input was loaded as.
   *
   * @param pairs in the order in which they were handed out
   * @param end {@code "complete"}, or the part that ended the loading early
   */
  record Loaded(List<Pair> pairs, @Nullable Object end) {}

  record Pair(String key, String value) {}

  /** Takes note of each pair: {@code load} stores through {@code put}. */
  private static final class Pairs extends Properties {
    private final List<Pair> inOrder = new ArrayList<>();

    @Override
    public synchronized @Nullable Object put(Object key, Object value) {
      inOrder.add(new Pair((String) key, (String) value));
      return null;
    }
  }

  @Override
  public Object observe(byte[] input) {
    Pairs pairs = new Pairs();
    Object end =
        REJECTIONS.part(() -> {
          pairs.load(new ByteArrayInputStream(input));
          return "complete";
        });
    return new Loaded(pairs.inOrder, end);
  }

  @Override
  public Rejections rejections() {
    return REJECTIONS;
  }
}
