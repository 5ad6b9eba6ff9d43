package dev.lockstep.zoo;

import static dev.lockstep.zoo.Lockstep.awaitThat;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code compare} on piles: what is taken, in which order it is told, and what outlives a kill. */
final class PileIT {
  @TempDir private Path folder;
  private Lockstep lockstep;

  @BeforeEach
  void copy_the_zoo() {
    lockstep = new Lockstep(folder);
  }

  @Test
  void many_files_of_one_cause_are_one_cause_and_few_of_them_have_a_line() {
    for (int i = 0; i < 40; i++) {
      lockstep.file("pile/" + (10 + i), ascii((i % 2 == 0 ? "V" : "v") + i));
    }

    Result result = lockstep.run("compare", "value_differs", "files/pile", "--jobs", "2");

    assertEquals(1, result.exitCode(), result::toString);
    Snapshot.assertMatches("compare-pile", result.out(), lockstep);
    assertTrue(
        result.err().contains("15 inputs that show the same as others have no line"),
        result::toString);
  }

  @Test
  void what_several_jobs_say_comes_in_the_order_of_the_pile() {
    for (int i = 0; i < 500; i++) {
      lockstep.file("pile/" + (1000 + i), ascii((i % 7 == 0 ? "V" : "v") + i));
    }

    Result one = lockstep.run("compare", "value_differs", "files/pile", "--all", "--jobs", "1");
    Result three = lockstep.run("compare", "value_differs", "files/pile", "--all", "--jobs", "3");

    assertEquals(untimed(one), untimed(three));
    assertEquals(500, one.out().lines().filter(line -> line.contains("files/pile/")).count() - 1);
  }

  @Test
  void entries_of_archives_are_inputs_and_nothing_is_unpacked() throws IOException {
    Path jar = folder.resolve("files/a.jar");
    Files.createDirectories(jar.getParent());
    try (OutputStream file = Files.newOutputStream(jar);
        ZipOutputStream out = new ZipOutputStream(file)) {
      add(out, "x/good.txt", "good");
      add(out, "x/bad.txt", "V1");
      add(out, "x/other.bin", "V2");
    }
    lockstep.file("b.jar", ascii("no archive"));
    lockstep.file("c.txt", ascii("V3"));

    Result result = lockstep.run("compare", "value_differs", "files", "--inside", "*.txt");

    assertEquals(1, result.exitCode(), result::toString);
    Snapshot.assertMatches("compare-inside", result.out(), lockstep);
    assertTrue(result.err().contains("1 other files in the folders are not called so"));
    assertTrue(result.err().contains("`files/b.jar` cannot be read: unreadable as an archive"));
    assertFalse(anyFileIsCalled("bad.txt"));
  }

  @Test
  void only_files_that_are_called_so_are_taken_from_folders() {
    lockstep.file("pile/a.ttf", ascii("V1"));
    lockstep.file("pile/deep/b.ttf", ascii("v"));
    lockstep.file("pile/c.txt", ascii("V2"));

    Result result =
        lockstep.run("compare", "value_differs", "files/pile", "--name", "*.ttf", "--json");

    assertEquals(1, result.exitCode(), result::toString);
    Schema.assertFits("run", result.json());
    assertEquals(2, result.json().path("executions").asInt());
    assertEquals(1, result.json().path("passed_over").asInt());
    assertEquals("files/pile/a.ttf", result.json().at("/causes/0/inputs/0").asText());
    assertTrue(result.json().path("finished").asBoolean());
  }

  @Test
  void a_pile_that_was_killed_goes_on_where_it_was() {
    for (int i = 0; i < 20_000; i++) {
      lockstep.file("many/" + (100_000 + i), ascii((i % 5000 == 7 ? "V" : "v") + i));
    }
    try (Running run = lockstep.start("compare", "value_differs", "files/many", "--all")) {
      awaitThat(() -> run.outSoFar().contains("divergence "), Duration.ofMinutes(2));
      run.signal("KILL");
      run.await();
    }

    Result rest = lockstep.run("compare", "value_differs", "files/many", "--resume", "--json");

    assertEquals(20_000, rest.json().path("executions").asInt(), rest.err());
    assertEquals(4, rest.json().at("/verdicts/divergence").asInt(), rest.err());
    int resumed = rest.json().path("resumed").asInt();
    assertTrue(resumed > 0, rest.err());
    assertTrue(rest.err().contains("of a run before"), rest.err());

    // What has changed since is judged again, and all of it by another side.
    lockstep.file("many/100007", ascii("v"));
    Result changed = lockstep.run("compare", "value_differs", "files/many", "--resume", "--json");
    assertEquals(3, changed.json().at("/verdicts/divergence").asInt(), changed.err());
    assertEquals(19_999, changed.json().path("resumed").asInt(), changed.err());
    lockstep.edit("value_differs", "summary = \"", "summary = \"now ");
    Result other = lockstep.run("compare", "value_differs", "files/many", "--resume", "--json");
    assertEquals(0, other.json().path("resumed").asInt(), other.err());
    assertTrue(other.err().contains("a side has changed since"), other.err());
  }

  private static List<String> untimed(Result result) {
    return result.out().lines().map(line -> line.replaceAll(" in [0-9.]+ s", "")).toList();
  }

  private static void add(ZipOutputStream out, String name, String content) throws IOException {
    out.putNextEntry(new ZipEntry(name));
    out.write(ascii(content));
    out.closeEntry();
  }

  private boolean anyFileIsCalled(String name) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.anyMatch(file -> file.endsWith(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(US_ASCII);
  }
}
