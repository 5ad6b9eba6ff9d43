package dev.lockstep.zoo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code doctor} says what is there and what is not. */
final class DoctorIT {
  @TempDir private Path folder;
  private Lockstep lockstep;

  @BeforeEach
  void copy_the_zoo() {
    lockstep = new Lockstep(folder);
  }

  @Test
  void on_a_machine_that_runs_these_tests_nothing_is_missing() {
    Result result = lockstep.run("doctor", "--json");

    assertEquals(0, result.exitCode(), result::toString);
    Schema.assertFits("doctor", result.json());
    for (JsonNode check : result.json().path("checks")) {
      if (check.path("name").asText().equals("seam")) {
        assertTrue(check.path("found").asText().endsWith("and followed both"), check::toString);
      }
      if (check.path("name").asText().equals("worker")) {
        assertTrue(check.path("found").asText().endsWith("noticed: SIGKILL"), check::toString);
      }
    }
  }

  @Test
  void what_is_missing_is_named_with_what_to_do_about_it() throws IOException {
    Path path =
        pathWith("bash", "env", "readlink", "find", "flock", "mkdir", "mv", "rm", "nice", "cc");
    Path reports = lockstep.file("no-folder", new byte[0]);

    Result result =
        lockstep
            .startBare(
                environment -> {
                  environment.put("PATH", path.toString());
                  environment.put("HOME", folder.toString());
                  environment.remove("CARGO_HOME");
                },
                "doctor",
                "--reports",
                reports.toString())
            .await();

    assertEquals(4, result.exitCode(), result::toString);
    assertTrue(result.out().contains("missing maven     there is no `mvn`"), result::toString);
    assertTrue(result.out().contains("missing cargo     there is no `cargo`"), result::toString);
    assertTrue(result.out().contains("hint: install stable Rust"), result::toString);
    assertTrue(result.out().contains("ok      jdk       "), result::toString);
    assertTrue(
        result.out().contains("missing reports   `" + reports + "` cannot be written"),
        result::toString);
    assertTrue(result.out().contains("missing worker    not tried"), result::toString);
    assertTrue(result.out().contains("missing seam      not tried"), result::toString);
    assertTrue(
        result.out().contains("ok      sanitizer none; `--sanitizer address` needs a nightly"),
        result::toString);
  }

  /** A folder that leads to these programs and to no others. */
  private Path pathWith(String... names) throws IOException {
    Path path = Files.createDirectory(folder.resolve("bin"));
    for (String name : names) {
      for (String place : String.valueOf(System.getenv("PATH")).split(":", -1)) {
        Path program = Path.of(place).resolve(name);
        Path script = path.resolve(name);
        if (Files.isExecutable(program) && Files.notExists(script)) {
          Files.writeString(script, "#!/bin/sh\nexec " + program + " \"$@\"\n");
          Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
      }
    }
    return path;
  }
}
