package dev.lockstep.finding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.Build;
import dev.lockstep.Difference;
import dev.lockstep.Fingerprint;
import dev.lockstep.Kind;
import dev.lockstep.Verdict;
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
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is mended moves from the findings to the regressions, wherever the process was ended. */
final class RevisitedTest {
  private static final String ID = "truetype-7c1f0a92";
  private static final byte[] INPUT = {0, 1, -1, '\n'};
  private static final String FINGERPRINT = "value $.a integer|integer";
  private static final Verdict AGREE = new Verdict.Agree();
  private static final Verdict UNSURE = new Verdict.Incomparable("near the time limit");
  private static final Verdict SHOWN =
      new Verdict.Divergence(
          List.of(
              new Difference(
                  Kind.VALUE, "$.a", "1", "2", new Fingerprint("truetype", FINGERPRINT))),
          1);
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
        Files.readString(corpora.resolve("regressions.md"))
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

  @Test
  void what_comes_and_goes_is_gone_only_after_five_times_without() {
    for (Kind kind :
        List.of(Kind.HANG, Kind.MEMORY, Kind.COST, Kind.NONDETERMINISM, Kind.DEATH, Kind.EFFECT)) {
      assertEquals("GONE after 5", asked(kind, "both", AGREE));
      assertEquals("REPRODUCED after 5", asked(kind, "both", AGREE, AGREE, AGREE, AGREE, SHOWN));
      assertEquals("REPRODUCED after 1", asked(kind, "both", SHOWN));
      assertEquals("UNSURE after 2", asked(kind, "both", AGREE, UNSURE));
    }
  }

  @Test
  void what_shows_each_time_is_gone_when_it_does_not() {
    for (Kind kind : List.of(Kind.VALUE, Kind.REJECT, Kind.REJECT_KIND, Kind.CRASH)) {
      assertEquals("GONE after 1", asked(kind, "release", AGREE));
    }
  }

  @Test
  void what_takes_a_build_that_was_not_run_is_never_gone() {
    assertEquals("UNSURE after 0", asked(Kind.DEATH, "address", AGREE));
  }

  /** How it stands with a finding whose input shows one after the other, and the last for ever. */
  private static String asked(Kind kind, String build, Verdict... verdicts) {
    AtomicInteger asked = new AtomicInteger();
    Revisited seen =
        Revisited.of(
            finding(kind, build, List.of()),
            _ -> {
              int look = Math.min(asked.getAndIncrement(), verdicts.length - 1);
              return Map.of(Build.RELEASE, verdicts[look], Build.FUZZ, new Verdict.Agree());
            });
    return seen.now() + " after " + asked;
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
    String readme = Files.readString(corpora.resolve("regressions.md"));
    assertEquals(1, readme.split("\\* `" + ID + ".bin`: ", -1).length - 1, readme);
    assertFalse(Files.exists(store.folderOf(ID)));
  }

  private static Finding finding(List<String> before) {
    return finding(Kind.VALUE, "both", before);
  }

  private static Finding finding(Kind kind, String build, List<String> before) {
    return new Finding(
        Finding.FORMAT,
        ID,
        "truetype",
        kind,
        FINGERPRINT,
        List.of(FINGERPRINT),
        "$.a",
        "1",
        "2",
        build,
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
