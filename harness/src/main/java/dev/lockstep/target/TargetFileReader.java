package dev.lockstep.target;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns the text of a {@code target.toml} into a {@link TargetFile}, strictly. */
final class TargetFileReader {
  private final Path file;

  TargetFileReader(Path file) {
    this.file = file;
  }

  TargetFile read() {
    if (!Files.isRegularFile(file)) {
      throw new UsageException(
          "there is no `" + file + "`", "a target is a folder with a `target.toml` in it");
    }
    return targetFile(TomlTable.read(file, "docs/adding-a-target.md"));
  }

  private static TargetFile targetFile(TomlTable top) {
    top.allow("summary", "original", "port", "limits", "equivalence", "specification");
    return new TargetFile(
        top.text("summary"),
        original(top.table("original")),
        port(top.tableOrEmpty("port")),
        limits(top.tableOrEmpty("limits")),
        equivalences(top),
        specifications(top));
  }

  private static OriginalSettings original(TomlTable table) {
    table.allow("class", "library", "artifact", "instrument", "generator", "structure", "project");
    Optional<String> artifact = table.optionalText("artifact");
    if (artifact.isPresent()
        && !artifact.get().equals(OriginalSettings.JDK)
        && !artifact.get().matches("[^:\\s]+:[^:\\s]+")) {
      throw table.wrong("artifact", "is `group:artifact` or `jdk`");
    }
    return new OriginalSettings(
        table.text("class"),
        table.text("library"),
        artifact,
        table.texts("instrument"),
        table.optionalText("generator"),
        table.optionalText("structure"),
        table.optionalText("project").orElse("."));
  }

  private static PortSettings port(TomlTable table) {
    table.allow("crate", "library", "coverage_skip");
    return new PortSettings(
        table.optionalText("crate").orElse("port"),
        table.optionalText("library"),
        table.textsOrEmpty("coverage_skip"));
  }

  private static Limits limits(TomlTable table) {
    table.allow(
        "input_bytes_max",
        "time_seconds_max",
        "memory_mib_max",
        "stack_kib_max",
        "cost_factor_max");
    Limits normal = Limits.DEFAULT;
    double seconds =
        table.positive("time_seconds_max", normal.timeMax().toMillis() / 1_000.0, 86_400);
    int stack = table.positive("stack_kib_max", normal.stackKibMax());
    if (stack < Limits.STACK_KIB_MIN || stack > Limits.STACK_KIB_MOST) {
      throw table.wrong(
          "stack_kib_max",
          "is a whole number from " + Limits.STACK_KIB_MIN + " to " + Limits.STACK_KIB_MOST);
    }
    return new Limits(
        table.positive("input_bytes_max", normal.inputBytesMax()),
        Duration.ofNanos(Math.round(seconds * 1e9)),
        table.positive("memory_mib_max", normal.memoryMibMax()),
        stack,
        table.positive("cost_factor_max", normal.costFactorMax()));
  }

  private static List<Equivalence> equivalences(TomlTable top) {
    List<Equivalence> equivalences = new ArrayList<>();
    for (TomlTable table : top.tables("equivalence")) {
      equivalences.add(equivalence(table));
    }
    return equivalences;
  }

  private static Equivalence equivalence(TomlTable table) {
    table.allow("path", "tolerance", "ignore", "unordered", "sequential", "reason");
    String path = path(table);
    String reason = table.text("reason");
    if (table.countOf("tolerance", "ignore", "unordered", "sequential") != 1) {
      throw table.wrong(
          "path",
          "needs exactly one of `tolerance`, `ignore`, `unordered`, `sequential` beside it");
    }
    if (table.has("tolerance")) {
      double tolerance = table.positive("tolerance", 0, Double.MAX_VALUE);
      return new Equivalence.Tolerance(path, tolerance, reason);
    }
    if (table.has("ignore")) {
      table.mustBeTrue("ignore");
      return new Equivalence.Ignored(path, reason);
    }
    if (table.has("sequential")) {
      table.mustBeTrue("sequential");
      return new Equivalence.Sequential(path, reason);
    }
    table.mustBeTrue("unordered");
    return new Equivalence.Unordered(path, reason);
  }

  private static String path(TomlTable table) {
    String path = table.text("path");
    if (!path.startsWith("$")) {
      throw table.wrong("path", "starts with `$`, as in `$.glyphs[*].advance`");
    }
    return path;
  }

  private static List<Specification> specifications(TomlTable top) {
    List<Specification> specifications = new ArrayList<>();
    for (TomlTable table : top.tables("specification")) {
      table.allow("path", "says", "reference");
      specifications.add(
          new Specification(path(table), table.text("says"), table.text("reference")));
    }
    return specifications;
  }

  /** The tree of a file that this package only looks things up in; empty when it cannot be read. */
  static JsonNode lenient(Path file) {
    try {
      return new TomlMapper().readTree(Files.readString(file));
    } catch (IOException e) {
      return MissingNode.getInstance();
    }
  }
}
