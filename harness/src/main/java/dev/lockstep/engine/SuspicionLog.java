package dev.lockstep.engine;

import dev.lockstep.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes inputs down that look as if something were wrong, for somebody who can make sure: {@code
 * <folder>/<kind>/<engine>.<n>.history}, a few of each sort.
 */
final class SuspicionLog {
  private static final int EACH_MAX = 8;

  private final Path folder;
  private final String engine;
  private final Map<String, Integer> counts = new HashMap<>();
  private int count;

  /**
   * Logs to a folder that other engines may log to as well.
   *
   * @param engine this one's name
   */
  SuspicionLog(Path folder, String engine) {
    this.folder = folder;
    this.engine = engine;
  }

  /**
   * Whether {@link #add} would write anything.
   *
   * @param sort of this kind: many suspicions of one must not hide another
   */
  boolean wants(Kind kind, String sort) {
    return counts.getOrDefault(key(kind, sort), 0) < EACH_MAX;
  }

  /**
   * Notes a suspicion.
   *
   * @param history the suspected input and what ran before it, oldest first
   */
  void add(Kind kind, String sort, List<byte[]> history) {
    if (!wants(kind, sort)) {
      return;
    }
    counts.merge(key(kind, sort), 1, Integer::sum);
    count++;
    try {
      InputHistory.write(
          folder.resolve(kind.word()).resolve(engine + "." + count + InputHistory.SUFFIX), history);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String key(Kind kind, String sort) {
    return kind.word() + " " + sort;
  }
}
