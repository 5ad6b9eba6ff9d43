package dev.lockstep.zoo;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A target's word on the form of its inputs is taken, and not relied on. */
final class StructureIT {
  private static final String PROJECT = "project = ";

  @TempDir private Path folder;
  private Lockstep lockstep;

  @BeforeEach
  void copy() {
    lockstep = new Lockstep(folder);
  }

  @Test
  void a_structure_that_throws_is_a_broken_target_and_the_finding_is_kept() {
    structure("dev.lockstep.zoo.BrokenStructure");

    Result compare = compare();

    assertEquals(4, compare.exitCode(), compare::toString);
    assertTrue(
        compare
            .err()
            .contains(
                "target.toml: the structure `dev.lockstep.zoo.BrokenStructure` fails on an input"
                    + " of "),
        compare::toString);
    assertTrue(compare.err().contains("\nhint: "), compare::toString);
    JsonNode finding = compare.json().at("/findings/0");
    assertEquals(1, finding.path("input_bytes").asInt(), compare::toString);
    assertTrue(finding.path("shrunk").asBoolean(), compare::toString);
  }

  @Test
  void a_structure_that_is_not_there_is_an_error_that_says_so() {
    structure("dev.lockstep.zoo.Nowhere");

    Result compare = compare();

    assertEquals(4, compare.exitCode(), compare::toString);
    assertTrue(
        compare.err().contains("the structure `dev.lockstep.zoo.Nowhere` does not load"),
        compare::toString);
  }

  @Test
  void a_class_that_is_no_structure_is_an_error_that_says_so() {
    structure("dev.lockstep.zoo.Well");

    Result compare = compare();

    assertEquals(4, compare.exitCode(), compare::toString);
    assertTrue(
        compare.err().contains("the structure `dev.lockstep.zoo.Well` is none"), compare::toString);
    assertTrue(compare.err().contains("it implements `dev.lockstep.Structure`"), compare::toString);
  }

  private void structure(String className) {
    lockstep.edit("value_differs", PROJECT, "structure = \"" + className + "\"\n" + PROJECT);
  }

  private Result compare() {
    Path file = lockstep.file("long", "V and more".getBytes(US_ASCII));
    return lockstep.run("compare", "value_differs", file.toString(), "--keep", "--json");
  }
}
