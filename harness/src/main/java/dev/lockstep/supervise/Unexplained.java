package dev.lockstep.supervise;

import dev.lockstep.files.SafeFiles;
import dev.lockstep.finding.Death;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * Keeps what is known of deaths and divergences that did not happen again: {@code
 * reports/unexplained/<target>.<time>.<n>/} with the words and the last inputs, {@code 000000}
 * being the one that was running. A few each run; all are counted.
 */
final class Unexplained {
  private static final int KEPT_MAX = 20;
  private static final int INPUTS_MAX = 100;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Path folder;
  private final String target;
  private final Clock clock;
  private volatile int count;
  private int kept;

  Unexplained(Path reports, String target, Clock clock) {
    this.folder = reports.resolve("unexplained");
    this.target = target;
    this.clock = clock;
  }

  /** How many deaths there were. */
  int count() {
    return count;
  }

  /**
   * Counts a death, and keeps it.
   *
   * @throws IOException if it cannot be written
   */
  @SuppressWarnings("NonAtomicVolatileUpdate") // one thread writes, others read
  void count(Death death) throws IOException {
    count++;
    keep(death.history(), death.words());
  }

  /**
   * Keeps inputs that cannot be explained.
   *
   * @param history oldest first, with the suspected one last
   * @throws IOException if it cannot be written
   */
  void keep(List<byte[]> history, String words) throws IOException {
    if (kept >= KEPT_MAX) {
      return;
    }
    kept++;
    Path place = folder.resolve(target + "." + TIME.format(clock.instant()) + "." + kept);
    SafeFiles.write(place.resolve("words.txt"), words.getBytes(StandardCharsets.UTF_8));
    List<byte[]> newestFirst = history.reversed();
    for (int i = 0; i < Math.min(INPUTS_MAX, newestFirst.size()); i++) {
      SafeFiles.write(
          place.resolve("inputs").resolve(String.format(Locale.ROOT, "%06d", i)),
          newestFirst.get(i));
    }
  }
}
