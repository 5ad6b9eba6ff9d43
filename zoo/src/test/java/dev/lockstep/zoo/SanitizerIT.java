package dev.lockstep.zoo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.build.ToolVersions;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a port does to memory that is not its own shows with {@code --sanitizer address}. */
final class SanitizerIT {
  private static final String SICK = "reads_past_heap";
  private static final String OVERFLOW = "AddressSanitizer: heap-buffer-overflow";

  @TempDir private Path folder;
  private Lockstep lockstep;

  @BeforeEach
  void copy_the_zoo() {
    lockstep =
        new Lockstep(
            folder,
            List.of(
                Lockstep.ROOT.resolve("zoo/targets").resolve(SICK),
                Lockstep.ROOT.resolve("zoo/targets/agrees")));
  }

  @Test
  void a_read_past_the_end_is_seen_with_the_sanitizer_and_by_no_other_build() {
    assumeNightly();
    Path input = lockstep.file("past", new byte[] {'R'});

    Result result =
        lockstep.run(
            "repro", input.toString(), "--target", SICK, "--sanitizer", "address", "--json");

    assertEquals(1, result.exitCode(), result::toString);
    Schema.assertFits("repro", result.json());
    JsonNode verdicts = result.json().path("verdicts");
    assertEquals("agree", verdicts.at("/release/verdict").asText(), result::toString);
    assertEquals("agree", verdicts.at("/fuzz/verdict").asText(), result::toString);
    assertEquals("divergence", verdicts.at("/address/verdict").asText(), result::toString);
    JsonNode difference = verdicts.at("/address/differences/0");
    assertEquals("death", difference.path("kind").asText(), result::toString);
    assertTrue(difference.path("port").asText().contains(OVERFLOW), result::toString);
    assertTrue(result.json().path("port").asText().contains("READ of size 1"), result::toString);
  }

  @Test
  void a_pile_of_inputs_is_judged_with_the_sanitizer() {
    assumeNightly();
    Path past = lockstep.file("past", new byte[] {'R', 'S'});
    Path well = lockstep.file("well", new byte[] {'w'});

    Result plain = lockstep.run("compare", SICK, past.toString(), well.toString());
    Result result =
        lockstep.run(
            "compare", SICK, past.toString(), well.toString(), "--sanitizer", "address", "--all");

    assertEquals(0, plain.exitCode(), plain::toString);
    assertEquals(1, result.exitCode(), result::toString);
    assertTrue(result.out().contains("divergence   " + past), result::toString);
    assertTrue(result.out().contains(OVERFLOW), result::toString);
    assertTrue(result.out().contains("agree        " + well), result::toString);
  }

  @Test
  void without_a_nightly_rust_it_is_said_what_to_install() {
    Path input = lockstep.file("well", new byte[] {'w'});

    Result result =
        lockstep
            .startBare(
                // A home of rustup without any toolchain.
                environment -> environment.put("RUSTUP_HOME", folder.resolve("empty").toString()),
                "compare",
                "agrees",
                input.toString(),
                "--sanitizer",
                "address",
                "--targets",
                lockstep.targets().toString(),
                "--reports",
                lockstep.reports().toString())
            .await();

    assertEquals(4, result.exitCode(), result::toString);
    assertTrue(result.err().contains("there is no nightly Rust"), result::toString);
    assertTrue(result.err().contains("rustup toolchain install nightly"), result::toString);
  }

  @Test
  void what_is_kept_is_what_the_usual_builds_show() {
    Result result =
        lockstep.run("compare", SICK, folder.toString(), "--sanitizer", "address", "--keep");

    assertEquals(2, result.exitCode(), result::toString);
    assertTrue(result.err().contains("leave one of them out"), result::toString);
  }

  private static void assumeNightly() {
    assumeTrue(
        new ToolVersions(Lockstep.ROOT).withAddressSanitizer().isPresent(),
        "there is no nightly Rust with AddressSanitizer: `rustup toolchain install nightly`");
  }
}
