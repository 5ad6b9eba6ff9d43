package dev.lockstep.junit;

import dev.lockstep.cli.DurationText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What a person can say about a test run.
 *
 * @param root Lockstep's own folder
 * @param fuzz how long to search: by generated inputs, if the target makes some, and by coverage
 * @param seed of all randomness
 */
record Settings(Path root, Duration fuzz, long seed) {
  private static final Duration FUZZ = Duration.ofSeconds(5);

  /**
   * Reads the system properties.
   *
   * @throws IllegalStateException if Lockstep's folder is not named, or is none
   * @throws IllegalArgumentException if a property makes no sense
   */
  static Settings read() {
    Path root =
        Optional.ofNullable(System.getProperty("lockstep.root"))
            .or(() -> Optional.ofNullable(System.getenv("LOCKSTEP_ROOT")))
            .map(Path::of)
            .orElseThrow(() ->
                new IllegalStateException(
                    "where is Lockstep? Set the environment variable `LOCKSTEP_ROOT`, or the"
                        + " system property `lockstep.root`, to its checkout"));
    if (!Files.isRegularFile(root.resolve("lockstep"))) {
      throw new IllegalStateException("`" + root + "` is no checkout of Lockstep");
    }
    String fuzz = System.getProperty("lockstep.fuzz", "");
    return new Settings(
        root.toAbsolutePath().normalize(),
        fuzz.isEmpty() ? FUZZ : new DurationText().convert(fuzz),
        Long.getLong("lockstep.seed", 1));
  }
}
