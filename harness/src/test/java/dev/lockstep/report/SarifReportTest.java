package dev.lockstep.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import dev.lockstep.Kind;
import dev.lockstep.files.Json;
import dev.lockstep.finding.Finding.State;
import dev.lockstep.gate.GateResult;
import dev.lockstep.gate.Judged;
import dev.lockstep.gate.Places;
import dev.lockstep.gate.Problem;
import dev.lockstep.gate.Step;
import dev.lockstep.place.Parting;
import dev.lockstep.place.Place;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SarifReportTest {
  /** What a code host takes of one file, compressed; ours shall not even need that. */
  private static final int FILE_BYTES_MAX = 10 << 20;

  private static final int TAGS_MAX = 20;

  @Test
  void whatever_was_found_the_document_is_sarif() {
    List<Judged> findings = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      for (State state : State.values()) {
        findings.add(GateSamples.finding(findings.size(), state, kind, kind.word() + " $ a|b"));
      }
    }
    JsonNode document =
        document(
            GateSamples.result(
                GateSamples.target(
                    List.of(
                        new Problem(Step.BUILD, "the port does not build\n\nhint: mend it"),
                        new Problem(Step.LEDGER, "entry `x` is stale")),
                    findings)));

    assertEquals(Set.of(), faults(document), document::toPrettyString);
    assertEquals(findings.size() + 2, document.at("/runs/0/results").size());
  }

  @Test
  void the_schema_refuses_what_is_no_sarif() {
    ObjectNode document = (ObjectNode) document(GateSamples.result());
    document.put("version", "2.0");

    assertFalse(faults(document).isEmpty());
  }

  @Test
  void a_gate_that_saw_nothing_is_sarif_without_results() {
    JsonNode document = document(GateSamples.result());

    assertEquals(Set.of(), faults(document), document::toPrettyString);
    assertTrue(document.at("/runs/0/results").isEmpty());
  }

  @Test
  void each_result_names_its_rule_and_rules_have_few_tags() {
    JsonNode run =
        document(
                GateSamples.result(
                    GateSamples.target(
                        List.of(new Problem(Step.CANARY, "not caught")),
                        List.of(GateSamples.finding(1, State.NEW, Kind.HANG, "hang $ a|b")))))
            .at("/runs/0");

    for (JsonNode result : run.path("results")) {
      JsonNode rule = run.at("/tool/driver/rules").path(result.path("ruleIndex").asInt());
      assertEquals(rule.path("id").asText(), result.path("ruleId").asText());
    }
    for (JsonNode rule : run.at("/tool/driver/rules")) {
      assertTrue(rule.at("/properties/tags").size() <= TAGS_MAX);
    }
  }

  @Test
  void a_crash_is_shown_where_the_port_failed_and_all_else_at_its_adapter(@TempDir Path checkout)
      throws IOException {
    Path file = checkout.resolve("port with space/src/parse.rs");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "fn parse() {}\n");
    Places places = new Places(checkout, "t/target.toml", "t/accepted.toml", "t/port/src/lib.rs");
    JsonNode results =
        document(
                GateSamples.result(
                    GateSamples.target(
                        List.of(),
                        List.of(
                            GateSamples.finding(
                                1,
                                State.NEW,
                                Kind.CRASH,
                                "crash $ value|crashed:panic@../port with space/src/parse.rs:12"),
                            GateSamples.finding(
                                2,
                                State.NEW,
                                Kind.CRASH,
                                "crash $ value|crashed:panic@skrifa/src/elsewhere.rs:7"),
                            GateSamples.finding(3, State.NEW, Kind.VALUE, "value $ a|b")),
                        places)))
            .at("/runs/0/results");

    assertEquals("t/port/src/lib.rs", uri(results.get(0)), "no place leads out of the checkout");
    assertEquals("t/port/src/lib.rs", uri(results.get(1)));
    assertEquals("t/port/src/lib.rs", uri(results.get(2)));
    JsonNode found =
        document(
                GateSamples.result(
                    GateSamples.target(
                        List.of(),
                        List.of(
                            GateSamples.finding(
                                1,
                                State.NEW,
                                Kind.CRASH,
                                "crash $ value|crashed:panic@spaced/src/parse.rs:12")),
                        new Places(
                            link(checkout, "spaced", "port with space"),
                            "t/target.toml",
                            "t/accepted.toml",
                            "t/port/src/lib.rs"))))
            .at("/runs/0/results/0");
    assertEquals("spaced/src/parse.rs", uri(found));
    assertEquals(12, found.at("/locations/0/physicalLocation/region/startLine").asInt());
  }

  @Test
  void where_the_port_parts_is_the_place_unless_a_line_failed_and_then_it_stands_beside(
      @TempDir Path checkout) throws IOException {
    Path file = checkout.resolve("port/src/parse.rs");
    Files.createDirectories(checkout.resolve("port/src"));
    Files.writeString(file, "fn parse() {}\n");
    Places places = new Places(checkout, "t/target.toml", "t/accepted.toml", "t/port/src/lib.rs");
    JsonNode document =
        document(
            GateSamples.result(
                GateSamples.target(
                    List.of(),
                    List.of(
                        parting(Kind.VALUE, "value $ a|b", "port/src/parse.rs"),
                        parting(
                            Kind.CRASH,
                            "crash $ value|crashed:panic@port/src/parse.rs:12",
                            "port/src/parse.rs"),
                        parting(Kind.VALUE, "value $ a|b", "skrifa-0.46.2/src/elsewhere.rs")),
                    places)));
    JsonNode results = document.at("/runs/0/results");

    assertEquals(Set.of(), faults(document), document::toPrettyString);
    assertEquals("port/src/parse.rs", uri(results.get(0)));
    assertEquals(3, results.get(0).at("/locations/0/physicalLocation/region/startLine").asInt());
    assertTrue(results.get(0).path("relatedLocations").isMissingNode());
    assertEquals(12, results.get(1).at("/locations/0/physicalLocation/region/startLine").asInt());
    assertEquals(
        3, results.get(1).at("/relatedLocations/0/physicalLocation/region/startLine").asInt());
    assertEquals("t/port/src/lib.rs", uri(results.get(2)));
    assertTrue(
        results
            .get(2)
            .at("/message/text")
            .asText()
            .contains(
                " They part after org/a/Table.java:93 (original) and"
                    + " skrifa-0.46.2/src/elsewhere.rs:3 (port)."),
        results::toPrettyString);
  }

  private static Judged parting(Kind kind, String fingerprint, String file) {
    Judged judged = GateSamples.finding(1, State.NEW, kind, fingerprint);
    Parting parting =
        new Parting(
            Optional.of(new Place("org/a/Table.java", 93, "org.a.Table.read")),
            Optional.of(new Place(file, 3, "parse")),
            List.of());
    return new Judged(judged.finding().with(parting), judged.state(), judged.folder());
  }

  private static Path link(Path checkout, String name, String to) throws IOException {
    Files.createSymbolicLink(checkout.resolve(name), checkout.resolve(to));
    return checkout;
  }

  @Test
  void more_than_a_code_host_takes_is_cut_off_behind_what_fails() {
    List<Judged> findings = new ArrayList<>();
    for (int i = 0; i < SarifReport.RESULTS_MAX; i++) {
      findings.add(GateSamples.finding(i, State.PRE_EXISTING, Kind.VALUE, "x".repeat(5_000)));
    }
    findings.add(GateSamples.finding(0x7fff_ffff, State.NEW, Kind.VALUE, "value $ a|b"));
    JsonNode document = document(GateSamples.result(GateSamples.target(List.of(), findings)));

    assertEquals(Set.of(), faults(document));
    assertEquals(SarifReport.RESULTS_MAX, document.at("/runs/0/results").size());
    assertEquals(
        "properties-7fffffff",
        document.at("/runs/0/results/0/partialFingerprints").path("lockstepFinding/v1").asText());
    assertEquals(1, document.at("/runs/0/properties/resultsLeftOut").asInt());
    assertTrue(document.toString().length() < FILE_BYTES_MAX, "" + document.toString().length());
  }

  private static String uri(JsonNode result) {
    return result.at("/locations/0/physicalLocation/artifactLocation/uri").asText();
  }

  private static JsonNode document(GateResult result) {
    return Json.MAPPER.valueToTree(SarifReport.of(result));
  }

  private static Set<ValidationMessage> faults(JsonNode document) {
    try (InputStream in =
        Objects.requireNonNull(
            SarifReportTest.class.getResourceAsStream("/schemas/sarif-2.1.0.json"))) {
      JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(in);
      return schema.validate(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
