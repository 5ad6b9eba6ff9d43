package dev.lockstep.zoo;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many findings are replayed at once: all that are kept, or those that somebody has sent. */
final class ReproAllIT {
  @TempDir private Path folder;
  private Lockstep lockstep;
  private String differs = "";
  private String rejects = "";

  @BeforeEach
  void keep_two_findings() {
    lockstep = new Lockstep(folder);
    differs = found("value_differs", "V and more");
    rejects = found("port_rejects", "R");
  }

  @Test
  void what_was_mended_becomes_a_regression_and_the_rest_stays() throws IOException {
    lockstep.edit("value_differs", "ports/value_differs", "ports/agrees");

    Result result = lockstep.run("repro", "--all");

    assertEquals(1, result.exitCode(), result::toString);
    assertTrue(result.out().contains("reproduced             " + rejects), result::toString);
    assertTrue(result.out().contains("no longer diverges     " + differs), result::toString);
    assertTrue(result.out().contains("then      zoo"), result::toString);
    assertTrue(result.out().contains("zoo-value-differs 0.1.0"), result::toString);
    assertTrue(result.out().contains("zoo-agrees 0.1.0"), result::toString);
    Path corpora = lockstep.targets().resolve("value_differs/corpora");
    assertArrayEquals(
        "V".getBytes(US_ASCII),
        Files.readAllBytes(corpora.resolve("regressions/" + differs + ".bin")));
    assertTrue(Files.readString(corpora.resolve("regressions.md")).contains(differs));
    assertEquals(List.of(lockstep.findings().resolve(rejects)), lockstep.kept());

    Result again = lockstep.run("repro", "--all", "--json");
    assertEquals(1, again.exitCode(), again::toString);
    Schema.assertFits("repro-all", again.json());
    assertEquals(1, again.json().path("findings").size(), again::toString);
    assertEquals("reproduced", again.json().at("/findings/0/now").asText(), again::toString);
  }

  @Test
  void one_target_is_replayed_and_what_is_accepted_is_not_in_the_way() {
    Result accept =
        lockstep.run("accept", differs, "--who-is-right", "original", "--reason", "known");
    assertEquals(0, accept.exitCode(), accept::toString);

    Result result = lockstep.run("repro", "--all", "value_differs", "--json");

    assertEquals(0, result.exitCode(), result::toString);
    JsonNode findings = result.json().path("findings");
    assertEquals(1, findings.size(), result::toString);
    assertEquals("accepted", findings.at("/0/now").asText(), result::toString);
    assertEquals(differs, findings.at("/0/detail").asText(), result::toString);
    assertEquals(2, lockstep.kept().size());
  }

  @Test
  void without_a_finding_nothing_ran() {
    Result result = lockstep.run("repro", "--all", "--reports", folder.resolve("none").toString());

    assertEquals(5, result.exitCode(), result::toString);
  }

  @Test
  void a_downloaded_archive_is_replayed_as_it_is_and_moves_nothing() throws Exception {
    Path zip = folder.resolve("findings.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (String id : List.of(differs, rejects)) {
        put(out, "reports/findings/" + id + "/finding.json", document(id));
        put(out, "reports/findings/" + id + "/input.bin", new byte[] {1});
      }
    }
    Path tar = folder.resolve("findings.tar.gz");
    tar(tar, lockstep.reports(), "findings");
    Path moved = Files.createDirectories(folder.resolve("sent"));
    Files.move(lockstep.findings(), moved.resolve("findings"));

    for (Path archive : List.of(zip, tar, moved)) {
      Result result = lockstep.run("repro", archive.toString());

      assertEquals(1, result.exitCode(), result::toString);
      assertTrue(result.out().contains("reproduced             " + differs), result::toString);
      assertTrue(result.out().contains("reproduced             " + rejects), result::toString);
    }
    assertEquals(List.of(), lockstep.kept());
  }

  @Test
  void an_archive_of_one_finding_is_replayed_like_the_finding() throws IOException {
    Path zip = folder.resolve("one.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      put(out, "finding.json", document(differs));
    }

    Result result = lockstep.run("repro", zip.toString());

    assertEquals(1, result.exitCode(), result::toString);
    assertTrue(result.out().contains("$.sum"), result::toString);
    assertTrue(result.out().contains("(reproduced)"), result::toString);
  }

  @Test
  void no_name_in_an_archive_leads_out_of_its_folder() throws IOException {
    String document = new String(document(differs), US_ASCII);
    Path outside = folder.resolve("outside");
    for (String evil :
        List.of(
            document.replace("\"" + differs + "\"", "\"../../outside\""),
            document.replace("\"value_differs\"", "\"../../value_differs\""),
            document.replace("\"value_differs\"", "\"/outside\""))) {
      Path zip = folder.resolve("evil.zip");
      try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
        put(out, "a/../../../outside/finding.json", evil.getBytes(US_ASCII));
      }

      Result result = lockstep.run("repro", zip.toString());

      assertEquals(2, result.exitCode(), result::toString);
      assertTrue(result.err().contains("is no finding: its "), result::toString);
    }
    Path zip = folder.resolve("slip.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      put(out, "../../outside/finding.json", document(differs));
      put(out, "../../outside/other", new byte[] {1});
    }
    Result result = lockstep.run("repro", zip.toString());
    assertEquals(1, result.exitCode(), result::toString);
    assertFalse(Files.exists(outside));
  }

  @Test
  void what_is_no_archive_is_a_usage_error() throws IOException {
    for (String name : List.of("broken.zip", "broken.tar.gz")) {
      Path file = Files.write(folder.resolve(name), new byte[] {1, 2, 3});

      Result result = lockstep.run("repro", file.toString());

      assertEquals(2, result.exitCode(), result::toString);
      assertTrue(result.err().contains(name), result::toString);
    }
  }

  private byte[] document(String id) throws IOException {
    return Files.readAllBytes(lockstep.findings().resolve(id).resolve("finding.json"));
  }

  private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    ((OutputStream) zip).write(bytes);
    zip.closeEntry();
  }

  private static void tar(Path archive, Path from, String name)
      throws IOException, InterruptedException {
    Process tar =
        new ProcessBuilder("tar", "czf", archive.toString(), "-C", from.toString(), name)
            .inheritIO()
            .start();
    assertEquals(0, tar.waitFor());
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
