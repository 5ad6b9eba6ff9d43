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
 * Keeps what is known of deaths that did not happen again: {@code
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

  Unexplained(Path reports, String target, Clock clock) {
    this.folder = reports.resolve("unexplained");
    this.target = target;
    this.clock = clock;
  }

  /** How many there were. */
  int count() {
    return count;
  }

  /**
   * Keeps one.
   *
   * @throws IOException if it cannot be written
   */
  @SuppressWarnings("NonAtomicVolatileUpdate") // one thread writes, others read
  void keep(Death death) throws IOException {
    count++;
    if (count > KEPT_MAX) {
      return;
    }
    Path place = folder.resolve(target + "." + TIME.format(clock.instant()) + "." + count);
    SafeFiles.write(place.resolve("words.txt"), death.words().getBytes(StandardCharsets.UTF_8));
    List<byte[]> newestFirst = death.history().reversed();
    for (int i = 0; i < Math.min(INPUTS_MAX, newestFirst.size()); i++) {
      SafeFiles.write(
          place.resolve("inputs").resolve(String.format(Locale.ROOT, "%06d", i)),
          newestFirst.get(i));
    }
  }
}
