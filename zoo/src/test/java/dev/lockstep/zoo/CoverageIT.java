package dev.lockstep.zoo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code coverage} tells which lines of both sides a corpus reaches. */
final class CoverageIT {
  private static final String INI = "planted_ini";

  @TempDir private Path folder;

  @Test
  void what_no_input_reaches_is_named_and_what_one_reaches_is_not() throws IOException {
    Lockstep lockstep = lockstep("zoo/planted/" + INI);
    seed(lockstep, INI, "comment", "; nothing\n");
    JsonNode little = coverage(lockstep, INI);
    seed(lockstep, INI, "entries", "[a]\nb = c\n");
    JsonNode more = coverage(lockstep, INI);

    assertTrue(functions(little, "port").contains("entry"), little::toPrettyString);
    assertFalse(functions(more, "port").contains("entry"), more::toPrettyString);
    // A class that no input has had loaded is looked at all the same.
    String record = "dev.lockstep.zoo.planted.Ini$Entry.<init>";
    assertTrue(functions(little, "original").contains(record), little::toPrettyString);
    assertFalse(functions(more, "original").contains(record), more::toPrettyString);
    for (String side : List.of("original", "port")) {
      assertEquals(
          little.at("/" + side + "/lines").asInt(),
          more.at("/" + side + "/lines").asInt(),
          more::toPrettyString);
      assertTrue(
          little.at("/" + side + "/reached").asInt() < more.at("/" + side + "/reached").asInt(),
          more::toPrettyString);
    }
    assertEquals(1, little.path("inputs").asInt());
    assertEquals(2, more.path("inputs").asInt());
  }

  @Test
  void an_input_that_ends_a_side_is_told_and_the_others_count() throws IOException {
    Lockstep lockstep = lockstep("zoo/sick/original_exits");
    seed(lockstep, "original_exits", "a-deadly", "go");
    JsonNode only = coverage(lockstep, "original_exits");
    seed(lockstep, "original_exits", "b-harmless", "no");
    JsonNode both = coverage(lockstep, "original_exits");

    assertEquals(1, only.at("/original/ended").asInt(), only::toPrettyString);
    assertEquals(1, both.at("/original/ended").asInt(), both::toPrettyString);
    assertTrue(
        only.at("/original/reached").asInt() <= both.at("/original/reached").asInt(),
        both::toPrettyString);
    assertTrue(both.at("/original/reached").asInt() > 0, both::toPrettyString);
  }

  @Test
  void a_corpus_without_inputs_covers_nothing_and_that_is_said() {
    Lockstep lockstep = lockstep("zoo/planted/" + INI);

    Result result = lockstep.run("coverage", INI);

    assertEquals(5, result.exitCode(), result::toString);
    assertTrue(result.err().contains("there is no input in"), result::toString);
  }

  private static JsonNode coverage(Lockstep lockstep, String target) {
    Result result = lockstep.run("coverage", target, "--unreached", "100", "--json");

    assertEquals(0, result.exitCode(), result::toString);
    Schema.assertFits("coverage", result.json());
    assertTrue(lockstep.processes().isEmpty());
    return result.json();
  }

  private static List<String> functions(JsonNode coverage, String side) {
    List<String> names = new ArrayList<>();
    coverage.at("/" + side + "/unreached").forEach(one -> names.add(one.path("function").asText()));
    return names;
  }

  private static void seed(Lockstep lockstep, String target, String name, String text)
      throws IOException {
    Path seeds = lockstep.targets().resolve(target).resolve("corpora/seeds");
    Files.createDirectories(seeds);
    Files.write(seeds.resolve(name), text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private Lockstep lockstep(String animal) {
    return new Lockstep(folder, List.of(Lockstep.ROOT.resolve(animal)));
  }
}
