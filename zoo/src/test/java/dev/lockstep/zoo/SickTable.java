package dev.lockstep.zoo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** {@code docs/sick-zoo.md}: a row for each target of {@code zoo/sick}. */
final class SickTable {
  private static final Path FILE = Lockstep.ROOT.resolve("docs/sick-zoo.md");
  private static final String HEAD =
      """
      # The sick zoo

      Each target in `zoo/sick` is sick in one way, and everything else about it is healthy. `SickIT` fuzzes each with the real command line until the end of its
      time, replays what was found, and writes this page:

      ```sh
      mvn -B -ntp verify -pl zoo -am -Dit.test=SickIT -Dlockstep.snapshots.update=true -Dsurefire.failIfNoSpecifiedTests=false
      ```

      | target | what it does | kind | said of the sick side | fingerprint |
      |---|---|---|---|---|
      """;

  private SickTable() {}

  /** The row of a target as it stands in the file, or nothing. */
  static String row(String target) {
    return rows().getOrDefault(target, "");
  }

  /** The targets that have a row. */
  static List<String> targets() {
    return List.copyOf(rows().keySet());
  }

  /** The text of a row. */
  static String row(String target, String summary, String kind, String said, String fingerprint) {
    return "| `%s` | %s | `%s` | %s | `%s` |"
        .formatted(target, escape(summary), kind, escape(said), escape(fingerprint));
  }

  /** Writes the file anew, with some rows replaced. */
  static synchronized void update(Map<String, String> changed) {
    SortedMap<String, String> all = rows();
    all.putAll(changed);
    Path animals = Lockstep.ROOT.resolve("zoo/sick");
    all.keySet().removeIf(target -> !Files.isDirectory(animals.resolve(target)));
    try {
      Files.writeString(FILE, HEAD + String.join("\n", all.values()) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SortedMap<String, String> rows() {
    SortedMap<String, String> rows = new TreeMap<>();
    try {
      if (Files.exists(FILE)) {
        for (String line : Files.readAllLines(FILE)) {
          if (line.startsWith("| `")) {
            rows.put(line.substring(3, line.indexOf('`', 3)), line);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }

  private static String escape(String text) {
    return text.replace("|", "\\|").replace("\n", " ");
  }
}
