package dev.lockstep.zoo;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code compare} says something about every input that it is given. */
final class CompareIT {
  @TempDir private Path folder;
  private Lockstep lockstep;

  @BeforeEach
  void copy_the_zoo() {
    lockstep = new Lockstep(folder);
  }

  @Test
  void sides_that_agree_end_with_0() {
    Path file = lockstep.file("a", ascii("a"));

    Result result = lockstep.run("compare", "agrees", file.toString(), "--all");

    assertEquals(0, result.exitCode(), result::toString);
    Snapshot.assertMatches("compare-agree", result.out(), lockstep);
  }

  @Test
  void a_folder_ends_with_totals_and_1_if_any_input_diverges() {
    lockstep.file("pile/good", ascii("good"));
    lockstep.file("pile/V1", ascii("V1"));
    lockstep.file("pile/deep/V2", ascii("V2"));
    lockstep.file("pile/.hidden", ascii("V3"));

    Result result = lockstep.run("compare", "value_differs", "files/pile");

    assertEquals(1, result.exitCode(), result::toString);
    Snapshot.assertMatches("compare-folder", result.out(), lockstep);
  }

  @Test
  void a_rejection_and_a_crash_are_told_apart() {
    Path rejected = lockstep.file("R", ascii("R"));
    Path thrown = lockstep.file("T", ascii("T"));

    Result reject = lockstep.run("compare", "port_rejects", rejected.toString());
    Result crash = lockstep.run("compare", "throws", thrown.toString());

    Snapshot.assertMatches("compare-reject", reject.out(), lockstep);
    Snapshot.assertMatches("compare-crash", crash.out(), lockstep);
  }

  @Test
  void the_document_for_machines_is_as_the_schema_says() {
    Path file = lockstep.file("V", ascii("V"));

    Result result = lockstep.run("compare", "value_differs", file.toString(), "--json");

    assertEquals(1, result.exitCode(), result::toString);
    Schema.assertFits("run", result.json());
    assertEquals(1, result.json().at("/verdicts/divergence").asInt());
    assertEquals(0, result.json().path("findings").size(), "nothing is kept unless asked");
  }

  @Test
  void what_diverges_is_shrunk_and_kept_when_asked() {
    Path file = lockstep.file("V", ascii("V and much more"));

    Result result = lockstep.run("compare", "value_differs", file.toString(), "--keep", "--json");

    Schema.assertFits("run", result.json());
    JsonNode finding = result.json().at("/findings/0");
    assertEquals("value", finding.path("kind").asText(), result::toString);
    assertEquals(1, finding.path("input_bytes").asInt(), result::toString);
    assertTrue(
        Files.isRegularFile(folder.resolve(finding.path("folder").asText(), "finding.json")));
  }

  @Test
  void an_empty_folder_ends_with_5() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));

    Result result = lockstep.run("compare", "agrees", empty.toString());

    assertEquals(5, result.exitCode(), result::toString);
    assertTrue(result.err().contains("there is no input in " + empty), result::toString);
  }

  @Test
  void a_file_that_cannot_be_read_is_counted_and_the_others_are_compared() throws IOException {
    Path good = lockstep.file("good", ascii("good"));
    // For root, too, reading it is an error.
    Path bad = Path.of("/proc/self/mem");

    Result result = lockstep.run("compare", "agrees", bad.toString(), good.toString());

    assertEquals(2, result.exitCode(), result::toString);
    assertTrue(result.err().contains("`/proc/self/mem` cannot be read"), result::toString);
    assertTrue(result.out().contains("1 agree"), result::toString);
    assertTrue(result.out().contains("1  incomparable: unreadable"), result::toString);
  }

  @Test
  void an_input_of_100_MB_is_incomparable() throws IOException {
    Path large = lockstep.file("large", new byte[0]);
    try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
      file.setLength(100L << 20);
    }

    Result result = lockstep.run("compare", "agrees", large.toString());

    assertEquals(0, result.exitCode(), result::toString);
    Snapshot.assertMatches("compare-large", result.out(), lockstep);
  }

  @Test
  void a_side_that_answers_differently_each_time_is_named_and_the_other_is_not_blamed() {
    Path original = lockstep.file("n", ascii("n"));
    // The port's state shows from the second such input on.
    lockstep.file("port/1", ascii("N"));
    lockstep.file("port/2", ascii("N"));

    Result first = lockstep.run("compare", "nondeterministic_original", original.toString());
    Result second = lockstep.run("compare", "nondeterministic_port", "files/port");

    assertEquals(1, first.exitCode(), first::toString);
    assertTrue(first.out().contains("files/n  nondeterminism at $"), first::toString);
    assertTrue(
        first.out().contains("nondeterminism $ depends on earlier inputs|steady"), first::toString);
    assertEquals(1, second.exitCode(), second::toString);
    assertTrue(second.out().contains("files/port/2  nondeterminism at $"), second::toString);
    assertTrue(
        second.out().contains("nondeterminism $ steady|depends on earlier inputs"),
        second::toString);
  }

  @Test
  void thousands_of_files_are_compared_in_one_go() {
    for (int i = 0; i < 5_000; i++) {
      lockstep.file("many/" + i, ascii((i % 1000 == 0 ? "V" : "v") + i));
    }

    Result result = lockstep.run("compare", "value_differs", "files/many");

    assertEquals(1, result.exitCode(), result::toString);
    assertTrue(result.out().contains("4,995 agree, 5 diverge"), result::toString);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(US_ASCII);
  }
}
