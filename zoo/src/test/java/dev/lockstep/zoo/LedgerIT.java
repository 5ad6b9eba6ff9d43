package dev.lockstep.zoo;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What people decide about a finding is written down, and holds from then on. */
final class LedgerIT {
  @TempDir private Path folder;
  private Lockstep lockstep;
  private String id = "";

  @BeforeEach
  void keep_a_finding() {
    lockstep = new Lockstep(folder);
    id = found("value_differs", "V and more");
  }

  @ConcurrentTest
  void an_accepted_divergence_is_accepted_everywhere_and_kept_no_more() throws IOException {
    Result accept = accept(id, "--reference", "https://example.org/1", "--owner", "zoo");
    assertEquals(0, accept.exitCode(), accept::toString);

    String entry = Files.readString(ledger("value_differs"));
    assertTrue(entry.startsWith("# Accepted divergences"), entry);
    assertTrue(entry.contains("id = \"" + id + "\""), entry);
    assertTrue(entry.contains("fingerprint = \"value $.sum integer|integer\""), entry);
    assertTrue(entry.contains("pattern = '\"V\" ..'"), entry);
    assertTrue(entry.contains("witness_text = \"V\""), entry);
    assertTrue(entry.contains("reference = \"https://example.org/1\""), entry);

    Result repro = lockstep.run("repro", id);
    assertEquals(0, repro.exitCode(), repro::toString);
    assertTrue(repro.out().contains("build=both  (accepted)"), repro::toString);
    assertTrue(repro.out().contains("accepted by " + id), repro::toString);
    assertTrue(repro.out().contains("  $.sum: 86 | 87"), repro::toString);

    Path file = lockstep.file("other", "Vole".getBytes(US_ASCII));
    Result compare = lockstep.run("compare", "value_differs", file.toString());
    assertEquals(0, compare.exitCode(), compare::toString);
    assertTrue(compare.out().contains("accepted: " + id), compare::toString);

    Result fuzz =
        lockstep.run(
            "fuzz",
            "value_differs",
            "--time",
            "3s",
            "--seed",
            "1",
            "--json",
            "--reports",
            folder.resolve("others").toString());
    assertEquals(0, fuzz.exitCode(), fuzz::toString);
    Schema.assertFits("run", fuzz.json());
    assertEquals(0, fuzz.json().path("findings").size(), fuzz::toString);
    JsonNode verdicts = fuzz.json().path("verdicts");
    assertEquals(0, verdicts.path("divergence").asLong(), fuzz::toString);
    assertTrue(verdicts.path("accepted").asLong() > 0, fuzz::toString);
    assertEquals(verdicts.path("accepted"), verdicts.path("accepted_by").path(id), fuzz::toString);
  }

  @ConcurrentTest
  void what_a_pattern_does_not_match_is_still_found() throws IOException {
    accept(id, "--pattern", "\"V\"");

    Result fuzz =
        lockstep.run(
            "fuzz",
            "value_differs",
            "--time",
            "5s",
            "--seed",
            "1",
            "--json",
            "--reports",
            folder.resolve("others").toString());
    JsonNode finding = fuzz.json().at("/findings/0");
    assertEquals(
        "value $.sum integer|integer", finding.path("fingerprint").asText(), fuzz::toString);
    assertEquals(2, finding.path("input_bytes").asInt(), fuzz::toString);
  }

  @ConcurrentTest
  void an_entry_that_swallows_more_than_its_share_is_named() throws IOException {
    accept(found("panics_often", "abc"));
    Files.writeString(
        ledger("panics_often"),
        Files.readString(ledger("panics_often")).replaceAll("pattern = .*", "share_max = 0.01"));

    Result fuzz = lockstep.run("fuzz", "panics_often", "--time", "3s", "--seed", "1");

    assertTrue(
        fuzz.out()
            .matches(
                "(?s).*by `panics_often-[0-9a-f]{8}`, first after [0-9.]+ s: \\d+ % of all inputs, more than its"
                    + " `share_max`.*"),
        fuzz::toString);
  }

  @ConcurrentTest
  void comments_and_order_stay_as_they_are() throws IOException {
    accept(id);
    Path ledger = ledger("value_differs");
    String before = "# mine\n" + Files.readString(ledger).replace("reason", "  reason ") + "# last";
    Files.writeString(ledger, before);

    accept(found("value_differs", "V"), "--as", "second", "--pattern", "\"W\"");
    assertEquals(before, Files.readString(ledger), "its pattern does not match its witness");
    Files.writeString(
        ledger,
        before
            .replace(id, "first")
            .replace("pattern = '\"V\" ..'", "pattern = '\"V\" . ..'")
            .replace("witness_text = \"V\"", "witness_text = \"VV\""));
    String narrowed = Files.readString(ledger);
    Result second = accept(id, "--as", "second", "--expires", "2999-12-31");

    assertEquals(0, second.exitCode(), second::toString);
    String after = Files.readString(ledger);
    assertTrue(after.startsWith(narrowed + "\n\n[[accepted]]\nid = \"second\"\n"), after);
    assertTrue(after.contains("expires = 2999-12-31"), after);
  }

  @ConcurrentTest
  void what_cannot_be_accepted_is_refused_and_nothing_is_written() throws IOException {
    assertRefused("there is no finding", accept("value_differs-00000000"));
    assertRefused(
        "has a reason", lockstep.run("accept", id, "--who-is-right", "port", "--reason", " "));
    assertRefused(
        "who-is-right", lockstep.run("accept", id, "--who-is-right", "java", "--reason", "r"));
    assertRefused("`2020-01-01` is over", accept(id, "--expires", "2020-01-01"));
    assertRefused("is no pattern over bytes", accept(id, "--pattern", "\"V"));
    assertFalse(Files.exists(ledger("value_differs")));
    accept(id);
    String once = Files.readString(ledger("value_differs"));
    assertRefused("is accepted already, by `" + id + "`", accept(id));
    assertEquals(once, Files.readString(ledger("value_differs")));
  }

  @ConcurrentTest
  void a_malformed_ledger_breaks_the_baseline_with_its_place() throws IOException {
    accept(id);
    Path ledger = ledger("value_differs");
    Files.writeString(ledger, Files.readString(ledger).replace("reason", "raeson"));
    Path file = lockstep.file("other", "Vole".getBytes(US_ASCII));

    for (Result result :
        new Result[] {
          lockstep.run("compare", "value_differs", file.toString()),
          lockstep.run("fuzz", "value_differs", "--time", "3s"),
          lockstep.run("targets")
        }) {
      assertEquals(4, result.exitCode(), result::toString);
      assertTrue(
          result.err().contains("accepted.toml:8:1: unknown key `raeson`"), result::toString);
    }
  }

  @ConcurrentTest
  void a_kept_finding_is_a_regression_with_its_provenance() throws IOException {
    Result keep = lockstep.run("keep", id);
    Result again = lockstep.run("keep", id);

    assertEquals(0, keep.exitCode(), keep::toString);
    assertEquals(0, again.exitCode(), again::toString);
    Path corpora = lockstep.targets().resolve("value_differs/corpora");
    assertArrayEquals(
        "V".getBytes(US_ASCII), Files.readAllBytes(corpora.resolve("regressions/" + id + ".bin")));
    String readme = Files.readString(corpora.resolve("regressions.md"));
    assertEquals(1, readme.split("\\* `" + id + ".bin`: kept on ", -1).length - 1, readme);
    assertTrue(readme.contains("zoo-value-differs 0.1.0"), readme);
  }

  @ConcurrentTest
  void triage_asks_about_one_finding_after_the_other() throws IOException {
    String other = found("port_rejects", "R");
    String third = found("throws", "T");

    Result triage = lockstep.runWith("x\nk\na\no\nas it is\nq\n", "triage");

    assertEquals(0, triage.exitCode(), triage::toString);
    assertTrue(triage.err().contains("one of `a`, `k`, `s` and `q`"), triage::toString);
    assertTrue(
        Files.exists(
            lockstep.targets().resolve("port_rejects/corpora/regressions/" + other + ".bin")),
        triage::toString);
    assertTrue(Files.readString(ledger("throws")).contains(third), triage::toString);
    assertFalse(Files.exists(ledger("value_differs")), triage::toString);
    assertTrue(triage.out().endsWith("triage: 1 accepted, 1 kept, 1 left\n"), triage::toString);

    Result rest = lockstep.runWith("", "triage", "value_differs");
    assertTrue(rest.out().endsWith("triage: 0 accepted, 0 kept, 1 left\n"), rest::toString);
  }

  private Result accept(String finding, String... more) {
    String[] arguments = new String[more.length + 6];
    System.arraycopy(
        new String[] {"accept", finding, "--who-is-right", "original", "--reason", "known"},
        0,
        arguments,
        0,
        6);
    System.arraycopy(more, 0, arguments, 6, more.length);
    return lockstep.run(arguments);
  }

  private static void assertRefused(String why, Result result) {
    assertEquals(2, result.exitCode(), result::toString);
    assertTrue(result.err().contains(why), result::toString);
  }

  private Path ledger(String target) {
    return lockstep.targets().resolve(target).resolve("accepted.toml");
  }

  /** Makes a finding of an input, and says its id. */
  private String found(String target, String input) {
    Path file = lockstep.file(target, input.getBytes(US_ASCII));
    return lockstep
        .run("compare", target, file.toString(), "--keep", "--json")
        .json()
        .at("/findings/0/id")
        .asText();
  }
}
