package dev.lockstep.zoo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.nio.file.Path;
import java.util.Set;

/** The documented schemas, held against real output. */
final class Schema {
  private static final Path FOLDER = Lockstep.ROOT.resolve("docs/schema");
  private static final JsonSchemaFactory FACTORY =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

  private Schema() {}

  /**
   * Fails unless a document is as {@code docs/schema} says.
   *
   * @param name of the schema, such as {@code run}
   */
  static void assertFits(String name, JsonNode document) {
    assertEquals(Set.of(), faults(name, document), document::toPrettyString);
  }

  /** What is wrong with a document. */
  static Set<ValidationMessage> faults(String name, JsonNode document) {
    JsonSchema schema = FACTORY.getSchema(FOLDER.resolve(name + ".schema.json").toUri());
    return schema.validate(document);
  }
}
