package dev.lockstep.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The workflow files in {@code docs/ci} are such files, and call what there is. */
final class WorkflowFilesTest {
  private static final Path FOLDER = Path.of("../docs/ci");
  private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z][a-z-]*");

  @ParameterizedTest
  @CsvSource({
    "github-gate.yml, github-workflows.json",
    "github-nightly.yml, github-workflows.json",
    "gitlab-ci.yml, gitlab-ci.json"
  })
  void a_workflow_file_fits_the_schema_of_its_code_host(String file, String schema)
      throws IOException {
    assertEquals(Set.of(), faults(read(file), schema));
  }

  @Test
  void the_schemas_refuse_what_is_wrong() throws IOException {
    ObjectNode github = (ObjectNode) read("github-gate.yml");
    ((ObjectNode) github.at("/jobs/gate")).put("runs_on", "ubuntu-latest");
    ObjectNode gitlab = (ObjectNode) read("gitlab-ci.yml");
    ((ObjectNode) gitlab.path("lockstep-gate")).put("timeout", true);

    assertFalse(faults(github, "github-workflows.json").isEmpty());
    assertFalse(faults(gitlab, "gitlab-ci.json").isEmpty());
  }

  @ParameterizedTest
  @CsvSource({"github-gate.yml, Gate", "github-nightly.yml, Nightly"})
  void each_option_that_a_file_uses_is_one(String file, String verb) throws IOException {
    String code =
        Files.readString(Path.of("src/main/java/dev/lockstep/cli/" + verb + "Command.java"))
            + Files.readString(Path.of("src/main/java/dev/lockstep/cli/GateOptions.java"));
    List<String> options = new ArrayList<>();
    Matcher matcher = OPTION.matcher(Files.readString(FOLDER.resolve(file)));
    while (matcher.find()) {
      options.add(matcher.group());
    }

    assertTrue(options.contains("--time"), options::toString);
    for (String option : options) {
      assertTrue(code.contains("\"" + option + "\""), option);
    }
  }

  /** A cache is found again only by the very same list of paths. */
  @Test
  void the_gate_restores_the_corpus_that_a_night_saves() throws IOException {
    JsonNode gate = step(read("github-gate.yml").at("/jobs/gate/steps"), "actions/cache/restore");
    JsonNode night =
        step(read("github-nightly.yml").at("/jobs/nightly/steps"), "actions/cache/save");

    assertEquals(night.at("/with/path"), gate.at("/with/path"));
    assertTrue(
        night.at("/with/key").asText().startsWith(gate.at("/with/restore-keys").asText()),
        night::toPrettyString);
  }

  private static JsonNode step(JsonNode steps, String uses) {
    for (JsonNode step : steps) {
      if (step.path("uses").asText().startsWith(uses)) {
        return step;
      }
    }
    throw new AssertionError("no step uses " + uses);
  }

  private static JsonNode read(String file) throws IOException {
    return YAMLMapper.builder().build().readTree(FOLDER.resolve(file).toFile());
  }

  private static Set<ValidationMessage> faults(JsonNode document, String schema)
      throws IOException {
    try (InputStream in =
        Objects.requireNonNull(WorkflowFilesTest.class.getResourceAsStream("/schemas/" + schema))) {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
          .getSchema(in)
          .validate(document);
    }
  }
}
