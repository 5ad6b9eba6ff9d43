package dev.lockstep.zoo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever mistypes is told what, and what to type instead, and gets exit code 2. */
final class UsageIT {
  @TempDir private Path folder;
  private Lockstep lockstep;

  @BeforeEach
  void copy_the_zoo() {
    lockstep = new Lockstep(folder);
  }

  @Test
  void an_unknown_verb_is_named() {
    assertUsage(lockstep.runBare("fuz", "agrees"), "fuz", "--help");
  }

  @Test
  void no_verb_at_all_says_what_is_missing() {
    assertUsage(lockstep.runBare(), "Missing required subcommand", "--help");
  }

  @Test
  void an_unknown_option_is_named() {
    assertUsage(lockstep.run("fuzz", "agrees", "--tme", "5s"), "--tme", "fuzz --help");
  }

  @Test
  void a_time_that_is_none_is_explained() {
    assertUsage(lockstep.run("fuzz", "agrees", "--time", "soon"), "`soon` is no duration", "`60s`");
    assertUsage(lockstep.run("fuzz", "agrees", "--time", "0s"), "no time");
  }

  @Test
  void a_mistyped_target_gets_the_one_that_was_meant() {
    for (String verb : new String[] {"fuzz", "bench"}) {
      assertUsage(
          lockstep.run(verb, "value_difers"),
          "there is no target `value_difers`",
          "did you mean `value_differs`?");
    }
  }

  @Test
  void a_target_unlike_any_gets_all_there_are() {
    assertUsage(lockstep.run("fuzz", "xyzzy-xyzzy"), "there are `agrees`", "`wrong_abi`");
  }

  @Test
  void a_name_that_leads_out_of_the_folder_is_no_target() {
    assertUsage(lockstep.run("fuzz", "../targets/agrees"), "there is no target");
  }

  @Test
  void a_folder_of_targets_that_is_not_there_is_named() {
    assertUsage(
        lockstep.runBare("targets", "--targets", folder + "/nowhere"),
        "there is no folder `" + folder + "/nowhere`");
  }

  @Test
  void an_input_that_is_not_there_is_named() {
    assertUsage(
        lockstep.run("compare", "agrees", "nowhere.bin"),
        "there is no file or folder `nowhere.bin`");
  }

  @Test
  void an_id_that_is_not_there_is_named() {
    assertUsage(
        lockstep.run("repro", "agrees-00000000"),
        "there is no finding and no file `agrees-00000000`");
    assertUsage(
        lockstep.run("shrink", "agrees-00000000"),
        "there is no finding and no file `agrees-00000000`");
  }

  @Test
  void a_file_to_replay_needs_a_target() {
    Path file = lockstep.file("input", new byte[] {1});

    assertUsage(lockstep.run("repro", file.toString()), "--target NAME");
  }

  @Test
  void the_targets_are_listed() {
    Result result = lockstep.run("targets");

    assertEquals(0, result.exitCode(), result::toString);
    assertTrue(
        result.out().lines().anyMatch(line -> line.startsWith("value_differs ")), result::toString);
  }

  @Test
  void the_targets_are_listed_for_machines_as_the_schema_says() {
    Result result = lockstep.run("targets", "--json");

    assertEquals(0, result.exitCode(), result::toString);
    Schema.assertFits("targets", result.json());
    JsonNode agrees = result.json().at("/targets/0");
    assertEquals("agrees", agrees.path("target").asText());
    assertEquals(2, agrees.path("seeds").asInt());
  }

  @Test
  void a_folder_without_targets_has_nothing_to_run() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));

    Result result = lockstep.runBare("targets", "--targets", empty.toString());

    assertEquals(5, result.exitCode(), result::toString);
    assertTrue(result.err().contains("there is no target in"), result::toString);
  }

  private static void assertUsage(Result result, String... words) {
    assertEquals(2, result.exitCode(), result::toString);
    assertEquals("", result.out(), result::toString);
    assertTrue(result.err().startsWith("error: "), result::toString);
    assertTrue(result.err().contains("\n\nhint: "), result::toString);
    for (String word : words) {
      assertTrue(result.err().contains(word), () -> "no `" + word + "` in " + result);
    }
  }
}
