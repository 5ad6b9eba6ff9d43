package dev.lockstep.zoo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.target.Target;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

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
  static String row(Target target, String side, List<JsonNode> findings) {
    return "| `%s` | %s | %s | %s | %s |"
        .formatted(
            target.name(),
            escape(target.settings().summary()),
            code(findings.getFirst().path("kind").asText()),
            each(findings, finding -> escape(mask(finding.path(side).asText()))),
            each(findings, finding -> code(finding.path("fingerprint").asText())));
  }

  private static String each(List<JsonNode> findings, Function<JsonNode, String> text) {
    return findings.stream().map(text).collect(Collectors.joining("<br>"));
  }

  private static String code(String text) {
    return "`" + escape(text) + "`";
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

  /** Without the figures that change from run to run. */
  private static String mask(String said) {
    return said.replaceAll(
            "[\\d.]+ ms of processor time, [\\d,]+ times", "… ms of processor time, … times")
        .replaceAll("leaks [\\d,]+ bytes", "leaks … bytes")
        .replaceAll("\"sum\": \\d{4,}", "\"sum\": …")
        .replaceAll("0x7f[0-9a-f]{10}", "0x7f…");
  }

  private static String escape(String text) {
    return text.replace("|", "\\|").replace("\n", " ");
  }
}
