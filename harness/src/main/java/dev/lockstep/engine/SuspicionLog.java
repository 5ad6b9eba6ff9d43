package dev.lockstep.engine;

import dev.lockstep.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Writes inputs down that look as if something were wrong, for somebody who can make sure: {@code
 * <folder>/<kind>/<engine>.<n>.history}, a few of each kind.
 */
final class SuspicionLog {
  private static final int EACH_MAX = 8;

  private final Path folder;
  private final String engine;
  private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);

  /**
   * Logs to a folder that other engines may log to as well.
   *
   * @param engine this one's name
   */
  SuspicionLog(Path folder, String engine) {
    this.folder = folder;
    this.engine = engine;
  }

  /** Whether {@link #add} would write anything. */
  boolean wants(Kind kind) {
    return counts.getOrDefault(kind, 0) < EACH_MAX;
  }

  /**
   * Notes a suspicion.
   *
   * @param history the suspected input and what ran before it, oldest first
   */
  void add(Kind kind, List<byte[]> history) {
    if (!wants(kind)) {
      return;
    }
    int count = counts.merge(kind, 1, Integer::sum);
    try {
      InputHistory.write(
          folder.resolve(kind.word()).resolve(engine + "." + count + InputHistory.SUFFIX), history);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
