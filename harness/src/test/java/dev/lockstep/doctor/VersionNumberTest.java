package dev.lockstep.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class VersionNumberTest {

  @Test
  void parts_are_numbers_not_text() {
    assertTrue(VersionNumber.of("1.88").compareTo(VersionNumber.of("1.9.5")) > 0);
    assertTrue(VersionNumber.of("1.87.9").compareTo(VersionNumber.of("1.88")) < 0);
  }

  @Test
  void a_part_that_is_not_written_is_zero() {
    assertEquals(0, VersionNumber.of("3.8").compareTo(VersionNumber.of("3.8.0")));
    assertTrue(VersionNumber.of("3.8.7").compareTo(VersionNumber.of("3.8")) > 0);
  }
}
