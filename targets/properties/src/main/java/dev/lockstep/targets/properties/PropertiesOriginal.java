package dev.lockstep.targets.properties;

import dev.lockstep.Original;
import dev.lockstep.Rejections;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
   * @param pairs in the order in which their keys first appeared, each with its last value
   * @param end {@code "complete"}, or the part that ended the loading early
   */
  record Loaded(List<Pair> pairs, @Nullable Object end) {}

  record Pair(String key, String value) {}

  /**
   * A property table that remembers the order of its keys: {@code load} stores through {@code put}.
   */
  private static final class OrderedProperties extends Properties {
    private final Map<String, String> pairs = new LinkedHashMap<>();

    @Override
    public synchronized @Nullable Object put(Object key, Object value) {
      return pairs.put((String) key, (String) value);
    }

    private List<Pair> inOrder() {
      List<Pair> ordered = new ArrayList<>(pairs.size());
      pairs.forEach((key, value) -> ordered.add(new Pair(key, value)));
      return ordered;
    }
  }

  @Override
  public Object observe(byte[] input) {
    OrderedProperties properties = new OrderedProperties();
    Object end =
        REJECTIONS.part(() -> {
          properties.load(new ByteArrayInputStream(input));
          return "complete";
        });
    return new Loaded(properties.inOrder(), end);
  }

  @Override
  public Rejections rejections() {
    return REJECTIONS;
  }
}
