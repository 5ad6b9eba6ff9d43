package dev.lockstep.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.Build;
import dev.lockstep.build.BuiltPort;
import dev.lockstep.build.BuiltTarget;
import dev.lockstep.build.Crates;
import dev.lockstep.judge.Recheck.Result;
import dev.lockstep.judge.Recheck.State;
import dev.lockstep.target.Limits;
import dev.lockstep.target.OriginalSettings;
import dev.lockstep.target.PortSettings;
import dev.lockstep.target.Target;
import dev.lockstep.target.TargetFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each entry of a ledger is held against what its witness shows now. */
final class RecheckIT {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-06-15T12:00:00Z"), ZoneOffset.UTC);

  @TempDir Path folder = Path.of("");

  @Test
  void anEntryHoldsIsStaleExpiredOrCovered() throws IOException {
    Files.writeString(
        folder.resolve("accepted.toml"),
        entry("holds", "value $.sum *", "'\"V\"'", "V", "")
            + entry("mended", "value $.sum *", "'\"a\"'", "a", "")
            + entry("other", "crash $ *", "'\"VV\"'", "VV", "")
            + entry("last-day", "value $.sum *", "'\"V1\"'", "V1", "expires = 2026-06-15")
            + entry("over", "value $.sum *", "'\"V2\"'", "V2", "expires = 2026-06-14")
            + entry("wide", "value $.sum *", "'\"V3\" ..'", "V3", "")
            + entry("narrow", "value $.sum *", "'\"V3x\"'", "V3x", ""));

    try (Judge judge = load()) {
      List<Result> results = Recheck.of(judge, CLOCK);

      assertResult(results.get(0), State.HOLDS, false, "");
      assertResult(
          results.get(1),
          State.STALE,
          true,
          "no longer diverges: remove [[accepted]] `mended` from");
      assertResult(results.get(2), State.STALE, true, "in another way now, `value $.sum");
      assertResult(results.get(3), State.HOLDS, false, "");
      assertResult(results.get(4), State.EXPIRED, true, "until 2026-06-14");
      assertResult(results.get(5), State.HOLDS, false, "");
      assertResult(results.get(6), State.COVERED, false, "`wide` stands before it");
      assertTrue(results.get(1).words().contains("accepted.toml:9"), results.get(1)::words);
    }
  }

  private static void assertResult(Result result, State state, boolean fails, String words) {
    assertEquals(state, result.state(), result::words);
    assertEquals(fails, result.fails(), result::words);
    assertTrue(result.words().contains(words), result::words);
  }

  /** An entry of eight lines. */
  private static String entry(
      String id, String fingerprint, String pattern, String witness, String more) {
    return """
    [[accepted]]
    id = "%s"
    fingerprint = "%s"
    pattern = %s
    reason = "r"
    who_is_right = "both"
    date = 2026-01-31
    witness_text = "%s"
    """
            .formatted(id, fingerprint, pattern, witness)
        + (more.isEmpty() ? "" : more + "\n");
  }

  private Judge load() {
    Map<Build, BuiltPort> ports = new EnumMap<>(Build.class);
    for (Build build : Build.USUAL) {
      ports.put(build, new BuiltPort(Crates.library("zoo/ports/value_differs", build), "rustc"));
    }
    TargetFile settings =
        new TargetFile(
            "a port of the zoo",
            new OriginalSettings(
                JudgeIT.Well.class.getName(),
                "here",
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                "."),
            new PortSettings(".", Optional.empty(), List.of()),
            Limits.DEFAULT,
            List.of(),
            List.of());
    return Judge.load(
        new Target("value_differs", folder, folder, settings),
        new BuiltTarget(List.of(), ports, Crates.worker()));
  }
}
