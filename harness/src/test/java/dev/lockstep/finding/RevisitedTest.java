package dev.lockstep.finding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.Kind;
import dev.lockstep.finding.Finding.Environment;
import dev.lockstep.finding.Finding.FoundBy;
import dev.lockstep.finding.Revisited.Now;
import dev.lockstep.target.Target;
import dev.lockstep.target.TargetFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is mended moves from the findings to the regressions, wherever the process was ended. */
final class RevisitedTest {
  private static final String ID = "truetype-7c1f0a92";
  private static final byte[] INPUT = {0, 1, -1, '\n'};
  private static final Environment THEN =
      new Environment("25.0.3", "1.95.0", "FontBox 3.0.8", "skrifa 0.46.2", "0.1.0");
  private static final Environment NOW =
      new Environment(
          "25.0.3", "1.95.0", "FontBox 3.0.8", "skrifa 0.46.3", "0.1.0", "0123456789ab");

  @TempDir private Path folder = Path.of("");
  private FindingStore store = new FindingStore(folder);
  private Path corpora = folder;

  @BeforeEach
  void keep_a_finding() throws IOException {
    store = new FindingStore(folder.resolve("reports"));
    corpora = folder.resolve("corpora");
    store.write(finding(List.of()), "1\n", "2\n", List.of());
  }

  @Test
  void what_is_gone_is_a_regression_that_says_with_what_it_was_seen_and_with_what_not()
      throws IOException {
    assertEquals(Optional.of(regression()), settle(finding(List.of()), Now.GONE));

    assertMoved();
    assertTrue(
        Files.readString(corpora.resolve("README.md"))
            .contains(
                "`value $.a integer|integer`, seen with FontBox 3.0.8, skrifa 0.46.2,"
                    + " not with FontBox 3.0.8, skrifa 0.46.3 at 0123456789ab."));
  }

  @Test
  void one_that_was_moved_by_half_is_moved_by_the_next() throws IOException {
    Files.createDirectories(corpora.resolve("regressions"));
    Files.write(regression(), INPUT);
    settle(finding(List.of()), Now.GONE);
    assertMoved();

    store.write(finding(List.of()), "1\n", "2\n", List.of());
    settle(finding(List.of()), Now.GONE);
    assertMoved();
  }

  @Test
  void an_input_of_the_same_name_with_other_bytes_stays() throws IOException {
    Files.createDirectories(corpora.resolve("regressions"));
    Files.write(regression(), new byte[] {7});

    Path moved = settle(finding(List.of()), Now.GONE).orElseThrow();

    assertArrayEquals(new byte[] {7}, Files.readAllBytes(regression()));
    assertArrayEquals(INPUT, Files.readAllBytes(moved));
  }

  @Test
  void whatever_is_not_gone_stays_where_it_is() throws IOException {
    for (Now now : Now.values()) {
      if (now != Now.GONE) {
        assertEquals(Optional.empty(), settle(finding(List.of()), now));
      }
    }
    assertEquals(Optional.empty(), settle(finding(List.of("AQ==")), Now.GONE));

    assertTrue(store.has(ID));
    assertFalse(Files.exists(corpora));
  }

  @Test
  void where_the_regression_cannot_be_written_the_finding_stays() throws IOException {
    Files.writeString(corpora, "a file in the way");

    try {
      settle(finding(List.of()), Now.GONE);
      throw new AssertionError("it was written");
    } catch (IOException e) {
      assertTrue(store.has(ID));
    }
  }

  private Optional<Path> settle(Finding finding, Now now) throws IOException {
    Clock clock = Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);
    Path glue = Files.createDirectories(folder.resolve("glue"));
    Files.writeString(
        glue.resolve("target.toml"),
        """
        summary = "a target of the tests"
        [original]
        class = "a.B"
        library = "b"
        instrument = ["a.B"]
        """);
    Target target =
        new Target("truetype", glue, corpora, TargetFile.read(glue.resolve("target.toml")));
    return new Revisited(finding, now, "").settle(store, new Regressions(target, clock), NOW);
  }

  private Path regression() {
    return corpora.resolve("regressions").resolve(ID + ".bin");
  }

  private void assertMoved() throws IOException {
    assertArrayEquals(INPUT, Files.readAllBytes(regression()));
    String readme = Files.readString(corpora.resolve("README.md"));
    assertEquals(1, readme.split("\\* `" + ID + ".bin`: ", -1).length - 1, readme);
    assertFalse(Files.exists(store.folderOf(ID)));
  }

  private static Finding finding(List<String> before) {
    return new Finding(
        Finding.FORMAT,
        ID,
        "truetype",
        Kind.VALUE,
        "value $.a integer|integer",
        List.of("value $.a integer|integer"),
        "$.a",
        "1",
        "2",
        "both",
        INPUT.length,
        Base64.getEncoder().encodeToString(INPUT),
        before,
        null,
        null,
        true,
        INPUT.length,
        0,
        0,
        "2026-01-02T03:04:05Z",
        new FoundBy("fuzz", 1L, 1.5),
        THEN);
  }
}
