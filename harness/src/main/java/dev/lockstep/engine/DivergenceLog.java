package dev.lockstep.engine;

import dev.lockstep.Difference;
import dev.lockstep.Verdict;
import dev.lockstep.files.SafeFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Writes diverging inputs to disk as they come: {@code <folder>/<id>/<engine>.<n>.input}, a few for
 * each fingerprint, each synced before the run goes on. What is in the folder survives whatever
 * happens to this process.
 *
 * <p>A fingerprint may hide several causes. So a few are kept for each of the traits that values
 * had under it, and a few more that reached code, on either side, that nothing had reached before.
 * An input much smaller than all that were kept for its fingerprint is kept as well: it is half the
 * shrinking.
 */
final class DivergenceLog {
  private static final int INPUTS_EACH = 6;
  private static final int REACHING_MORE_EACH = 12;
  private static final int INPUTS_MAX = 48;
  private static final int FINGERPRINTS_MAX = 1_000;
  private static final int INCOMPARABLE_EACH = 3;

  /** A side that remembers spoils many answers; a few histories are enough to find it. */
  private static final int HISTORIES_MAX = 32;

  private final Path folder;
  private final String engine;
  private final Map<String, Kept> kept = new HashMap<>();
  private final Map<String, Integer> incomparable = new HashMap<>();

  /**
   * Logs to a folder that other engines may log to as well.
   *
   * @param engine this one's name
   */
  DivergenceLog(Path folder, String engine) {
    this.folder = folder;
    this.engine = engine;
  }

  /** How many fingerprints there are inputs of. */
  int fingerprints() {
    return kept.size();
  }

  /** Whether {@link #add} would write anything. */
  boolean wants(Verdict.Divergence divergence, int inputBytes, boolean reachedMore) {
    for (Difference difference : divergence.differences()) {
      if (wants(difference, inputBytes, reachedMore)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Keeps a diverging input under each of its fingerprints that has room.
   *
   * @param reachedMore whether it reached code that no input before it had reached
   * @param history the input and what ran before it, oldest first; kept with the first input of
   *     each fingerprint, which may need it
   */
  void add(
      Verdict.Divergence divergence,
      byte[] input,
      boolean reachedMore,
      Supplier<List<byte[]>> history) {
    for (Difference difference : divergence.differences()) {
      if (wants(difference, input.length, reachedMore)) {
        Kept now = kept.computeIfAbsent(difference.fingerprint().text(), _ -> new Kept());
        Path place = folder.resolve(difference.fingerprint().id());
        if (now.count == 0 && kept.size() <= HISTORIES_MAX) {
          writeHistory(place.resolve(engine + InputHistory.SUFFIX), history.get());
        }
        write(place.resolve(engine + "." + now.count + ".input"), input);
        now.count++;
        now.reachingMore += reachedMore ? 1 : 0;
        now.byTraits.merge(difference.traits(), 1, Integer::sum);
        now.smallestBytes = Math.min(now.smallestBytes, input.length);
      }
    }
  }

  /** Keeps a few inputs that could not be compared, under their reason. */
  void incomparable(String reason, byte[] input) {
    int count = incomparable.merge(reason, 1, Integer::sum);
    if (count <= INCOMPARABLE_EACH) {
      Path place =
          folder.resolveSibling("incomparable").resolve(reason.replaceAll("[^A-Za-z0-9]+", "-"));
      write(place.resolve(count + ".input"), input);
    }
  }

  private boolean wants(Difference difference, int inputBytes, boolean reachedMore) {
    Kept now = kept.get(difference.fingerprint().text());
    if (now == null) {
      return kept.size() < FINGERPRINTS_MAX;
    }
    return now.count < INPUTS_MAX
        && (now.byTraits.getOrDefault(difference.traits(), 0) < INPUTS_EACH
            || (reachedMore && now.reachingMore < REACHING_MORE_EACH)
            || inputBytes <= now.smallestBytes / 2);
  }

  private static void writeHistory(Path file, List<byte[]> history) {
    try {
      InputHistory.write(file, history);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path file, byte[] input) {
    try {
      SafeFiles.write(file, input);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Kept {
    private final Map<List<String>, Integer> byTraits = new HashMap<>();
    private int count;
    private int reachingMore;
    private int smallestBytes = Integer.MAX_VALUE;
  }
}
