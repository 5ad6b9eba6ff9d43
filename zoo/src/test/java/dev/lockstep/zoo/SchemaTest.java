package dev.lockstep.zoo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The schemas let through what is documented, and nothing else: also across files. */
final class SchemaTest {
  private ObjectNode repro = new ObjectMapper().createObjectNode();

  @BeforeEach
  void start_from_a_document_that_fits() throws IOException {
    String text =
        """
        {"format": 1, "verb": "repro", "target": "t", "id": null, "reproduced": false,
         "input_bytes": 1, "verdicts": {"release": {"verdict": "agree", "text": "agree", "differences": [],
          "accepted_differences": []}},
         "original": "1", "port": "1",
         "environment": {"jdk": "25", "rustc": "1", "original": "o", "port": "p", "lockstep": "0"}}
        """;
    repro = (ObjectNode) new ObjectMapper().readTree(text);
  }

  @Test
  void what_is_documented_fits() {
    assertEquals(Set.of(), Schema.faults("repro", repro));
  }

  @Test
  void a_field_that_is_not_documented_does_not_fit() {
    repro.put("more", 1);

    assertTrue(Schema.faults("repro", repro).toString().contains("more"));
  }

  @Test
  void a_field_that_is_missing_does_not_fit() {
    repro.remove("original");

    assertFalse(Schema.faults("repro", repro).isEmpty());
  }

  @Test
  void what_the_shared_schema_forbids_does_not_fit() {
    repro.put("input_bytes", -1);
    repro.put("id", "no id");

    assertEquals(
        2,
        Schema.faults("repro", repro).stream()
            .map(f -> f.getInstanceLocation().toString())
            .distinct()
            .count());
  }

  @Test
  void a_divergence_without_a_difference_does_not_fit() {
    ((ObjectNode) repro.at("/verdicts/release")).put("verdict", "divergence");

    assertFalse(Schema.faults("repro", repro).isEmpty());
  }
}
