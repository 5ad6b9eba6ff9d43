package dev.lockstep.zoo;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A finding holds all it takes to replay it, and is replayed by whatever name a person has for it.
 */
final class FindingsIT {
  @TempDir private Path folder;
  private Lockstep lockstep;
  private Path finding = Path.of("");
  private String id = "";

  @BeforeEach
  void keep_a_finding() {
    lockstep = new Lockstep(folder);
    finding = keep("value_differs", "V and more");
    id = String.valueOf(finding.getFileName());
  }

  @Test
  void a_findings_folder_holds_input_document_and_both_answers() throws IOException {
    assertEquals(lockstep.findings().resolve(id), finding);
    assertTrue(id.matches("value_differs-[0-9a-f]{8}"), id);
    assertArrayEquals("V".getBytes(US_ASCII), Files.readAllBytes(finding.resolve("input.bin")));
    assertEquals(
        "{\n  \"sum\": 86,\n  \"first\": 86,\n  \"length\": 1\n}\n",
        Files.readString(finding.resolve("original.txt")));
    assertEquals(
        "{\n  \"sum\": 87,\n  \"first\": 86,\n  \"length\": 1\n}\n",
        Files.readString(finding.resolve("port.txt")));
    JsonNode document = new ObjectMapper().readTree(finding.resolve("finding.json").toFile());
    Schema.assertFits("finding", document);
    assertEquals(id, document.path("id").asText());
    assertEquals("both", document.path("build").asText());
    assertTrue(document.at("/environment/jdk").asText().startsWith("" + Runtime.version()));
    assertTrue(document.at("/environment/rustc").asText().startsWith("rustc 1."));
    assertEquals("zoo-value-differs 0.1.0", document.at("/environment/port").asText());
  }

  @Test
  void a_finding_is_replayed_by_id_with_its_difference() {
    Result result = lockstep.run("repro", id);

    assertEquals(1, result.exitCode(), result::toString);
    Snapshot.assertMatches("repro", result.out(), lockstep);
  }

  @Test
  void a_finding_is_replayed_by_prefix_folder_and_document() {
    for (String name :
        List.of(
            id.substring(0, id.length() - 5),
            finding.toString(),
            finding.resolve("finding.json").toString())) {
      Result result = lockstep.run("repro", name);

      assertEquals(1, result.exitCode(), result::toString);
      assertTrue(result.out().contains(id + "  kind=value"), result::toString);
      assertTrue(result.out().contains("(reproduced)"), result::toString);
    }
  }

  @Test
  void a_file_is_replayed_with_a_target() {
    Result result =
        lockstep.run("repro", finding.resolve("input.bin").toString(), "--target", "value_differs");

    assertEquals(1, result.exitCode(), result::toString);
    assertTrue(result.out().contains("  $.sum: 86 | 87\n"), result::toString);
  }

  @Test
  void the_replay_for_machines_is_as_the_schema_says() {
    Result finding = lockstep.run("repro", id, "--json");
    Result file =
        lockstep.run(
            "repro", lockstep.file("a", new byte[] {1}).toString(), "--target", "agrees", "--json");

    assertEquals(1, finding.exitCode(), finding::toString);
    Schema.assertFits("repro", finding.json());
    assertTrue(finding.json().path("reproduced").asBoolean(), finding::toString);
    assertEquals(id, finding.json().path("id").asText());
    assertEquals(
        "value $.sum integer|integer",
        finding.json().at("/verdicts/release/differences/0/fingerprint").asText());
    assertEquals(0, file.exitCode(), file::toString);
    Schema.assertFits("repro", file.json());
    assertTrue(file.json().path("id").isNull(), file::toString);
  }

  @Test
  void a_prefix_of_two_findings_asks_for_more_of_it() throws IOException {
    Path other = Files.createDirectory(lockstep.findings().resolve("value_differs-00000000"));
    Files.copy(finding.resolve("finding.json"), other.resolve("finding.json"));

    Result result = lockstep.run("repro", "value_differs");

    assertEquals(2, result.exitCode(), result::toString);
    assertTrue(result.err().contains("is the beginning of 2 findings"), result::toString);
    assertTrue(result.err().contains("`" + id + "`"), result::toString);
    assertTrue(result.err().contains("`" + other.getFileName() + "`"), result::toString);
  }

  @Test
  void a_finding_that_was_mended_no_longer_diverges() {
    lockstep.edit("value_differs", "ports/value_differs", "ports/agrees");

    Result result = lockstep.run("repro", id);

    assertEquals(0, result.exitCode(), result::toString);
    assertTrue(result.out().contains("(no longer diverges)"), result::toString);
  }

  @Test
  void an_overflow_shows_what_each_build_makes_of_it() {
    Path file = lockstep.file("overflow", new byte[] {(byte) 0xff, 1});

    Result result = lockstep.run("repro", file.toString(), "--target", "overflows");

    assertEquals(1, result.exitCode(), result::toString);
    Snapshot.assertMatches("repro-builds", result.out(), lockstep);
  }

  @Test
  void a_damaged_document_is_named() throws IOException {
    Files.writeString(finding.resolve("finding.json"), "{");

    Result result = lockstep.run("repro", id);

    assertEquals(70, result.exitCode(), result::toString);
    assertTrue(result.err().contains(id + "/finding.json` cannot be read"), result::toString);
  }

  @Test
  void a_finding_is_shrunk_no_further_than_it_goes() {
    Result result = lockstep.run("shrink", id);

    assertEquals(0, result.exitCode(), result::toString);
    assertTrue(result.out().contains("input     1 byte"), result::toString);
  }

  @Test
  void a_finding_that_was_not_shrunk_is_shrunk_by_shrink() throws IOException {
    Path document = finding.resolve("finding.json");
    String whole = Files.readString(document);
    Files.writeString(
        document,
        whole
            .replaceAll("\"input_bytes\" : 1\\b", "\"input_bytes\" : 6")
            .replaceAll("\"input_base64\" : \"[^\"]*\"", "\"input_base64\" : \"VmVyeSBv\"")
            .replaceAll("\"shrunk\" : true", "\"shrunk\" : false"));

    Result result = lockstep.run("shrink", id, "--json");

    assertEquals(0, result.exitCode(), result::toString);
    Schema.assertFits("shrink", result.json());
    assertEquals(1, result.json().path("input_bytes").asInt(), result::toString);
    assertTrue(result.json().path("shrunk").asBoolean(), result::toString);
  }

  /** Makes a finding of an input, and says where it lies. */
  private Path keep(String target, String input) {
    Path file = lockstep.file(target, input.getBytes(US_ASCII));
    Result result = lockstep.run("compare", target, file.toString(), "--keep", "--json");
    return folder.resolve(result.json().at("/findings/0/folder").asText());
  }
}
