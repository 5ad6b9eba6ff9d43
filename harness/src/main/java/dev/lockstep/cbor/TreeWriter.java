package dev.lockstep.cbor;

import dev.lockstep.cbor.Encoder.Detail;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/** Walks a tree of values and writes it; the kinds of values themselves are {@link Codec}s. */
final class TreeWriter {
  private final Output output = new Output();
  private final EntrySorter sorter = new EntrySorter();
  private Detail detail = Detail.TERSE;
  private int level;
  private int keysAround;

  Output output() {
    return output;
  }

  void write(@Nullable Object tree, Detail how) {
    output.reset();
    sorter.reset();
    level = 0;
    keysAround = 0;
    detail = how;
    value(tree);
  }

  void value(@Nullable Object value) {
    if (value == null) {
      output.nothing();
    } else if (value instanceof String text) {
      output.text(text);
    } else if (value instanceof Integer number) {
      output.integer(number);
    } else {
      Codecs.of(value.getClass()).write(this, value);
    }
  }

  void list(Collection<?> list) {
    int size = list.size();
    beginList(size);
    if (list instanceof RandomAccess && list instanceof List<?> indexed) {
      for (int i = 0; i < size; i++) {
        item(i, indexed.get(i));
      }
    } else {
      int i = 0;
      for (Object item : list) {
        item(i++, item);
      }
      requireSameSize(size, i);
    }
    end();
  }

  void list(@Nullable Object[] items) {
    beginList(items.length);
    for (int i = 0; i < items.length; i++) {
      item(i, items[i]);
    }
    end();
  }

  private void item(int index, @Nullable Object item) {
    try {
      value(item);
    } catch (Unencodable e) {
      throw e.inside("[" + index + "]");
    }
  }

  void map(Map<?, ?> map) {
    int size = map.size();
    begin();
    output.head(Wire.MAP, size);
    int base = sorter.count();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      int start = output.length();
      key(entry.getKey());
      sorter.add(start, output.length());
      try {
        value(entry.getValue());
      } catch (Unencodable e) {
        throw e.inside(KeyPath.step(entry.getKey()));
      }
    }
    requireSameSize(size, sorter.count() - base);
    sorter.sort(base, output);
    end();
  }

  private void key(@Nullable Object key) {
    keysAround++;
    try {
      value(key);
    } catch (Unencodable e) {
      throw e.inside(".(key)");
    }
    keysAround--;
  }

  void rejected(@Nullable String kind, @Nullable String explanation) {
    beginPart(Wire.TAG_REJECTED);
    if (detail == Detail.EXPLAINED) {
      output.head(Wire.LIST, 2);
      required(kind);
      optional(explanation);
    } else {
      required(kind);
    }
  }

  void crashed(@Nullable String kind, @Nullable String where, @Nullable String message) {
    beginPart(Wire.TAG_CRASHED);
    output.head(Wire.LIST, detail == Detail.EXPLAINED ? 3 : 2);
    required(kind);
    required(where);
    if (detail == Detail.EXPLAINED) {
      optional(message);
    }
  }

  private void beginPart(int tag) {
    if (keysAround > 0) {
      throw new Unencodable("a part cannot be the key of a map");
    }
    output.head(Wire.TAG, tag);
  }

  private void required(@Nullable String text) {
    if (text == null) {
      throw new Unencodable("a part needs a kind, and a crash a place");
    }
    output.text(text);
  }

  private void optional(@Nullable String text) {
    output.text(text == null ? "" : text);
  }

  void beginList(int size) {
    begin();
    output.head(Wire.LIST, size);
  }

  /** Enters a list or a map. */
  void begin() {
    if (++level > Wire.LEVELS_MAX) {
      throw new Unencodable("deeper than " + Wire.LEVELS_MAX + " levels");
    }
  }

  /** Leaves a list or a map. */
  void end() {
    level--;
  }

  private static void requireSameSize(int expected, int actual) {
    if (actual != expected) {
      throw new Unencodable("announced " + expected + " items and had " + actual);
    }
  }
}
