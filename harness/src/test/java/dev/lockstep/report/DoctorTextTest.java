package dev.lockstep.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.doctor.Check;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DoctorTextTest {
  private static final Check OK = new Check("maven", true, "3.9.1", null);
  private static final Check MISSING =
      new Check("cargo", false, "there is no `cargo`\nanywhere", "install it");

  @Test
  void what_is_there_takes_a_line() {
    assertEquals("ok      maven     3.9.1\n", DoctorText.of(OK));
  }

  @Test
  void what_is_missing_says_what_to_do() {
    assertEquals(
        """
        missing cargo     there is no `cargo`
                          anywhere
                          hint: install it
        """,
        DoctorText.of(MISSING));
  }

  @Test
  void one_missing_thing_is_enough() {
    assertTrue(DoctorReport.of(List.of(OK)).ok());
    assertFalse(DoctorReport.of(List.of(OK, MISSING)).ok());
  }
}
