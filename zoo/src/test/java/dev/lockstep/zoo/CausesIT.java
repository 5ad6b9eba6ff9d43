package dev.lockstep.zoo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Findings are causes, over a parser with five planted bugs ({@code zoo/planted}). */
final class CausesIT {
  private static final String TARGET = "planted_ini";
  private static final List<String> TOKENS =
      List.of("a", "B", "=", "=", "\n", "\n", " ", "[", "[s]", "#", ";", "a=b", "x = y");
  private static final int INPUTS = 150;

  @TempDir private Path folder;
  private Lockstep lockstep;

  @BeforeEach
  void prepare_a_folder() {
    lockstep = new Lockstep(folder, List.of());
  }

  @Test
  void the_same_inputs_give_the_same_findings_in_whatever_order_they_come() throws IOException {
    List<String> inputs = inputs();
    Map<String, String> first = findings(file("first", inputs));
    Map<String, String> backwards = findings(file("backwards", inputs.reversed()));

    assertEquals(first, backwards);
    assertEquals(
        List.of("#", "= a", "=;", "A=", "[").stream().sorted().toList(),
        first.values().stream().map(line -> line.split("  ", 2)[0]).sorted().toList());
  }

  /** The same in every run: the algorithm of {@link Random} is specified. */
  private static List<String> inputs() {
    Random random = new Random(1);
    List<String> inputs = new ArrayList<>();
    for (int i = 0; i < INPUTS; i++) {
      StringBuilder input = new StringBuilder();
      for (int tokens = 1 + random.nextInt(8); tokens > 0; tokens--) {
        input.append(TOKENS.get(random.nextInt(TOKENS.size())));
      }
      inputs.add(input.toString());
    }
    return inputs;
  }

  /** Writes inputs, in the order in which they are read. */
  private Path file(String name, List<String> inputs) {
    for (int i = 0; i < inputs.size(); i++) {
      lockstep.file("%s/%04d".formatted(name, i), inputs.get(i).getBytes(ISO_8859_1));
    }
    return folder.resolve("files").resolve(name);
  }

  /** What is kept of inputs where nothing was kept before: by id, the input and what it needs. */
  private Map<String, String> findings(Path inputs) throws IOException {
    Path reports = folder.resolve("reports-" + inputs.getFileName());
    Result result =
        lockstep.runBare(
            "compare",
            TARGET,
            inputs.toString(),
            "--keep",
            "--json",
            "--targets",
            Lockstep.ROOT.resolve("zoo/planted").toString(),
            "--reports",
            reports.toString());
    assertEquals(1, result.exitCode(), result::toString);
    Map<String, String> findings = new TreeMap<>();
    for (JsonNode entry : result.json().path("findings")) {
      String id = entry.path("id").asText();
      JsonNode finding =
          new ObjectMapper()
              .readTree(
                  Files.readString(
                      reports.resolve("findings").resolve(id).resolve("finding.json")));
      assertTrue(finding.path("shrunk").asBoolean(), finding::toString);
      byte[] input = Base64.getDecoder().decode(finding.path("input_base64").asText());
      findings.put(
          id,
          String.format(
              Locale.ROOT,
              "%s  %s  %s",
              new String(input, ISO_8859_1),
              finding.path("pattern").asText(),
              finding.path("fingerprints")));
    }
    return findings;
  }
}
