package dev.lockstep.zoo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A new target, in somebody's own folder, runs before a line of it was written by hand. */
final class NewIT {
  @TempDir private Path folder;
  private Lockstep lockstep;
  private Path targets = Path.of("");

  @BeforeEach
  void make_a_folder() throws IOException {
    lockstep = new Lockstep(Files.createDirectories(folder.resolve("run")), List.of());
    targets = folder.resolve("equivalence");
  }

  @Test
  void a_jar_and_a_crate_s_folder_make_a_target_that_builds_runs_and_passes_the_gate()
      throws IOException {
    Path crate = Lockstep.ROOT.resolve("zoo/ports/common");

    Result made = make("fresh-pair", jar().toString(), crate.toString(), "--json");

    assertEquals(0, made.exitCode(), made::toString);
    Schema.assertFits("new", made.json());
    assertEquals("$.length", made.json().path("planted").asText());
    assertEquals("dev.lockstep.zoo.**", made.json().at("/instrument/0").asText());
    Path home = targets.resolve("fresh-pair");
    assertTrue(Files.readString(home.resolve("port/Cargo.toml")).contains("zoo-common"));
    assertFalse(Files.exists(targets.resolve("fresh-pair.partial")));

    Result gate = run("gate", "--time", "1s", "--json");
    assertEquals(0, gate.exitCode(), gate::toString);
    JsonNode target = gate.json().at("/targets/0");
    assertEquals("fresh-pair", target.path("target").asText());
    assertTrue(target.path("executions").asLong() > 0, gate::toString);

    Result again = make("fresh-pair", jar().toString(), "std");
    assertEquals(2, again.exitCode(), again::toString);
    assertTrue(again.err().contains("already"), again::toString);
  }

  @Test
  void what_is_no_name_no_original_or_no_port_is_explained_and_leaves_nothing() throws IOException {
    assertUsage(make("Über", "java.util.Properties", "std"), "cannot name a target");
    assertUsage(make("pair", "java.util.Nonsense", "std"), "is no original");
    assertUsage(make("pair", "java.util.Properties", "no port!"), "is no port");
    assertUsage(
        make("pair", "java.util.Properties", "std", "--package", "a.class"), "is no Java package");

    Path none = Files.createDirectories(folder.resolve("none"));
    Files.writeString(none.resolve("Cargo.toml"), "[package]\n");
    Result broken = make("pair", "java.util.Properties", none.toString());
    assertEquals(4, broken.exitCode(), broken::toString);
    assertTrue(broken.err().contains("cannot add the crate"), broken::toString);
    assertTrue(broken.err().contains("hint: by hand: "), broken::toString);
    try (Stream<Path> left = Files.list(targets)) {
      assertEquals(List.of(), left.toList());
    }
  }

  private static void assertUsage(Result result, String says) {
    assertEquals(2, result.exitCode(), result::toString);
    assertTrue(result.err().contains(says), result::toString);
    assertTrue(result.err().contains("hint: "), result::toString);
  }

  private Result make(String name, String original, String port, String... more) {
    return run(
        Stream.concat(
                Stream.of("new", name, "--original", original, "--port", port), Stream.of(more))
            .toArray(String[]::new));
  }

  private Result run(String... arguments) {
    return lockstep.runBare(
        Stream.concat(
                Stream.of(arguments),
                Stream.of(
                    "--targets", targets.toString(), "--reports", lockstep.reports().toString()))
            .toArray(String[]::new));
  }

  private static Path jar() throws IOException {
    try (Stream<Path> files = Files.list(Lockstep.ROOT.resolve("zoo/target"))) {
      return files
          .filter(
              file -> file.getFileName().toString().matches("lockstep-zoo-[^-]*-SNAPSHOT\\.jar"))
          .findFirst()
          .orElseThrow();
    }
  }
}
