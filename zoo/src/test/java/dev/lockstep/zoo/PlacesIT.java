package dev.lockstep.zoo;

import static dev.lockstep.zoo.Lockstep.awaitThat;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A finding says after which line of each side the sides part: that of the bug. */
final class PlacesIT {
  private static final Path ZOO = Lockstep.ROOT.resolve("zoo");

  private static final Duration LATE = Duration.ofMinutes(2);

  @TempDir private Path folder;

  @Test
  void a_planted_bug_is_shown_at_its_line_and_where_the_original_decides() throws IOException {
    Lockstep lockstep = new Lockstep(folder, List.of(ZOO.resolve("planted/planted_numbers")));
    Path finding = keep(lockstep, "planted_numbers", " 0");
    JsonNode before = document(finding);
    assertTrue(before.path("original_place").isMissingNode(), before::toPrettyString);

    Result result = lockstep.run("repro", String.valueOf(finding.getFileName()));

    assertEquals(1, result.exitCode(), result::toString);
    String original =
        "dev/lockstep/zoo/planted/Numbers.java:"
            + line("src/main/java/dev/lockstep/zoo/planted/Numbers.java", "word.matches(");
    String port =
        "zoo/ports/planted/src/numbers.rs:"
            + line("ports/planted/src/numbers.rs", "has_bug(1) && digits.first() == Some(&b' ')");
    assertTrue(result.out().contains("  parts     original  " + original), result::toString);
    assertTrue(result.out().contains("            port      " + port), result::toString);

    JsonNode after = document(finding);
    Schema.assertFits("finding", after);
    assertEquals(
        "dev.lockstep.zoo.planted.Numbers.observe",
        after.at("/original_place/function").asText(),
        after::toPrettyString);
    assertEquals(port, file(after.path("port_place")));
    assertEquals(
        before.path("fingerprints"), after.path("fingerprints"), "nothing else has changed");
    String id = String.valueOf(finding.getFileName());
    try (Running debug = lockstep.start("repro", id, "--debug")) {
      awaitThat(
          () -> debug.outSoFar().contains("rust-gdb") && debug.outSoFar().contains("build"), LATE);
      String told = debug.outSoFar();
      String stop = "`stop at dev.lockstep.zoo.planted.Numbers:" + original.split(":", -1)[1] + "`";
      assertTrue(told.contains(stop), told);
      assertTrue(told.contains("-ex 'break " + port + "' "), told);
      debug.signal("INT");
      assertEquals(0, debug.await().exitCode());
    }
  }

  @Test
  void a_side_that_ends_its_process_does_not_hide_where_the_sides_part() throws IOException {
    Lockstep lockstep = new Lockstep(folder, List.of(ZOO.resolve("sick/original_exits")));
    Path finding = keep(lockstep, "original_exits", "go");
    // To be asked thousands of times, an original that has to be started each time is too slow.
    ObjectNode document = (ObjectNode) document(finding);
    document.put(
        "nearest_agreeing_base64", Base64.getEncoder().encodeToString("gn".getBytes(US_ASCII)));
    Files.writeString(finding.resolve("finding.json"), document.toString());

    Result result = lockstep.run("repro", String.valueOf(finding.getFileName()), "--json");

    assertEquals(1, result.exitCode(), result::toString);
    JsonNode said = new ObjectMapper().readTree(result.out());
    Schema.assertFits("repro", said);
    assertEquals(
        "dev/lockstep/zoo/sick/Door.java:"
            + line("src/main/java/dev/lockstep/zoo/sick/Door.java", "input.length >= 2"),
        file(said.path("original_place")),
        said::toPrettyString);
  }

  private static String file(JsonNode place) {
    return place.path("file").asText() + ":" + place.path("line").asInt();
  }

  private static Path keep(Lockstep lockstep, String target, String input) throws IOException {
    Path file = lockstep.file("input.bin", input.getBytes(US_ASCII));
    Result result = lockstep.run("compare", target, file.toString(), "--keep");
    assertEquals(1, result.exitCode(), result::toString);
    try (Stream<Path> findings = Files.list(lockstep.findings())) {
      return findings.findFirst().orElseThrow();
    }
  }

  private static JsonNode document(Path finding) throws IOException {
    return new ObjectMapper().readTree(finding.resolve("finding.json").toFile());
  }

  /** The number of the one line below the zoo that says this. */
  private static int line(String file, String says) throws IOException {
    List<String> lines = Files.readAllLines(ZOO.resolve(file));
    List<Integer> found =
        Stream.iterate(0, at -> at + 1)
            .limit(lines.size())
            .filter(at -> lines.get(at).contains(says))
            .toList();
    assertEquals(1, found.size(), says);
    return found.getFirst() + 1;
  }
}
