package dev.lockstep.zoo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Processes of a run that are killed at random moments take nothing along, and whoever looks for
 * damage finds it. {@code docs/robustness.md}; the long one is {@code tools/chaos} by itself.
 */
final class ChaosIT {
  @TempDir private Path folder;
  private Lockstep lockstep;

  @BeforeEach
  void copy_the_zoo() {
    lockstep = new Lockstep(folder);
  }

  @Test
  void ten_kills_and_a_full_disk_lose_nothing_and_leave_nothing() {
    Result result =
        tool(
            "chaos",
            List.of(
                "--kills=10",
                "--disk=1",
                "--seed=" + System.nanoTime() % 1_000_000,
                "--target=value_differs",
                "--folder=" + folder.resolve("chaos")));

    assertEquals(0, result.exitCode(), result::toString);
    assertTrue(result.out().contains("chaos: passed"), result::toString);
  }

  @Test
  void what_a_run_leaves_is_whole_and_every_damage_to_it_is_noticed() throws IOException {
    Result run =
        lockstep.runUntilFound("fuzz", "value_differs", "--time", "60s", "--seed", "1", "--json");
    assertEquals(1, run.exitCode(), run::toString);
    assertEquals(List.of(), damage());

    Path finding = lockstep.kept().getFirst();
    assertNoticed(finding.resolve("finding.json"), half(finding.resolve("finding.json")));
    assertNoticed(finding.resolve("finding.json"), without(finding, "path"));
    assertNoticed(finding.resolve("finding.json"), with(finding, "input_base64", "VlY="));
    assertNoticed(finding.resolve("input.bin"), "x".getBytes(StandardCharsets.US_ASCII));
    assertNoticed(finding.resolve("port.txt"), new byte[0]);
    Path input = anInput();
    assertNoticed(input, new byte[0]);
    assertNoticed(input.resolveSibling("made-up"), new byte[1]);
    assertNoticed(finding.resolve(".input.bin.1.partial"), new byte[1]);
    assertNoticed(
        Files.createDirectories(finding.resolveSibling("value_differs-00000000")).resolve("x"),
        new byte[0]);
    Files.delete(finding.resolveSibling("value_differs-00000000"));
    Path left = lockstep.reports().resolve("runs/value_differs.20260101-000000.1");
    Files.createDirectories(left);
    assertEquals(List.of(left + ": left over from a run"), damage());
  }

  /** Puts a content in the place of a file's, or a new file there, and expects one complaint. */
  private void assertNoticed(Path file, byte[] content) throws IOException {
    boolean there = Files.exists(file);
    byte[] before = there ? Files.readAllBytes(file) : new byte[0];
    Files.write(file, content);

    List<String> damage = damage();

    assertEquals(1, damage.size(), damage::toString);
    assertTrue(damage.getFirst().startsWith(String.valueOf(file.getParent())), damage::toString);
    if (there) {
      Files.write(file, before);
    } else {
      Files.delete(file);
    }
  }

  /** What {@code tools/check} finds damaged. */
  private List<String> damage() {
    Result result =
        tool(
            "check",
            List.of(
                "--reports=" + lockstep.reports(),
                lockstep.targets().resolve("value_differs/corpora").toString()));
    List<String> lines = result.out().lines().toList();
    List<String> damage = lines.subList(0, lines.size() - 1);
    assertEquals(damage.isEmpty() ? 0 : 1, result.exitCode(), result::toString);
    return damage;
  }

  private Path anInput() throws IOException {
    try (Stream<Path> inputs =
        Files.list(lockstep.targets().resolve("value_differs/corpora/grown"))) {
      return inputs.filter(input -> input.toFile().length() > 0).findFirst().orElseThrow();
    }
  }

  private static byte[] half(Path file) throws IOException {
    byte[] all = Files.readAllBytes(file);
    return Arrays.copyOf(all, all.length / 2);
  }

  private static byte[] without(Path finding, String key) throws IOException {
    ObjectNode document = read(finding);
    document.remove(key);
    return new ObjectMapper().writeValueAsBytes(document);
  }

  private static byte[] with(Path finding, String key, String value) throws IOException {
    return new ObjectMapper().writeValueAsBytes(read(finding).put(key, value));
  }

  private static ObjectNode read(Path finding) throws IOException {
    JsonNode document = new ObjectMapper().readTree(finding.resolve("finding.json").toFile());
    return (ObjectNode) document;
  }

  private Result tool(String name, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Lockstep.ROOT.resolve("tools").resolve(name).toString());
    command.addAll(arguments);
    Path out = folder.resolve(name + ".out");
    Path err = folder.resolve(name + ".err");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    try {
      return new Running(builder.start(), out, err).await();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
