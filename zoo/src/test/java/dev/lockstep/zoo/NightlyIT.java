package dev.lockstep.zoo;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A night takes every target, knows what it knew before, and keeps what others need. */
final class NightlyIT {
  private static final Path ANIMALS = Lockstep.ROOT.resolve("zoo/targets");

  @TempDir private Path folder;
  private Lockstep lockstep;

  @BeforeEach
  void copy_two_animals() {
    lockstep =
        new Lockstep(folder, List.of(ANIMALS.resolve("agrees"), ANIMALS.resolve("value_differs")));
  }

  @Test
  void what_one_night_has_kept_is_known_to_the_next() throws IOException {
    Files.writeString(lockstep.targets().resolve("value_differs/corpora/seeds/v"), "V");
    Result first = night();

    assertEquals(1, first.exitCode(), first::toString);
    assertEquals("new", first.json().at("/targets/1/findings/0/state").asText(), first::toString);

    Result second = night();

    assertEquals(0, second.exitCode(), second::toString);
    assertEquals(
        "known", second.json().at("/targets/1/findings/0/state").asText(), second::toString);
    List<JsonNode> history = history();
    assertEquals(4, history.size());
    assertEquals("agrees", history.getFirst().path("target").asText());
    assertEquals("new", history.get(1).path("status").asText());
    assertEquals(1, history.get(3).path("known").asInt());
  }

  @Test
  void what_no_longer_diverges_becomes_a_regression_and_what_still_does_is_known()
      throws IOException {
    lockstep.run(
        "compare",
        "value_differs",
        lockstep.file("v", "V".getBytes(US_ASCII)).toString(),
        "--keep");
    Path kept = lockstep.kept().getFirst();
    String id = kept.getFileName().toString().replace("value_differs", "agrees");
    Path mended = Files.createDirectories(lockstep.findings().resolve(id));
    Files.writeString(
        mended.resolve("finding.json"),
        Files.readString(kept.resolve("finding.json")).replace("value_differs", "agrees"));

    Result result = night();

    String notes = result.json().at("/targets/0/notes").toString();
    assertTrue(
        notes.contains("`" + id + "` no longer diverges: it did with zoo"), result::toString);
    Path moved = lockstep.targets().resolve("agrees/corpora/regressions/" + id + ".bin");
    assertEquals("V", Files.readString(moved));
    assertEquals(List.of(kept), lockstep.kept());
    assertEquals("known", result.json().at("/targets/1/findings/0/state").asText());
  }

  @Test
  void a_corpus_that_has_grown_too_large_is_pruned() throws Exception {
    Path grown = Files.createDirectories(lockstep.targets().resolve("agrees/corpora/grown"));
    for (int i = 0; i < 2_100; i++) {
      byte[] input = ("input " + i).getBytes(US_ASCII);
      Files.write(grown.resolve(name(input)), input);
    }
    Result result = night();

    assertTrue(
        result.json().at("/targets/0/notes").toString().contains("out of the grown corpus"),
        result::toString);
    try (Stream<Path> left = Files.list(grown)) {
      assertTrue(left.count() <= 2_000, result::toString);
    }
    assertTrue(result.json().at("/targets/0/replayed/grown").asInt() >= 2_100, result::toString);
  }

  private Result night() {
    Result result = lockstep.run("nightly", "--time", "40s", "--seed", "5", "--json");
    Schema.assertFits("gate", result.json());
    return result;
  }

  private List<JsonNode> history() throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    return Files.readAllLines(lockstep.reports().resolve("history.jsonl")).stream()
        .map(line -> {
          try {
            return mapper.readTree(line);
          } catch (IOException e) {
            throw new AssertionError("no JSON: " + line, e);
          }
        })
        .toList();
  }

  private static String name(byte[] input) throws NoSuchAlgorithmException {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(input));
  }
}
