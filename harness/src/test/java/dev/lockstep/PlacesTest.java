package dev.lockstep;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@NullMarked
final class PlacesTest {

  @ParameterizedTest
  @CsvSource({
    "/home/x/.cargo/registry/src/index-6f17d22b/skrifa-0.46.2/src/a.rs:7, skrifa-0.46.2/src/a.rs:7",
    "/home/x/.cargo/git/checkouts/fontations-1f2e/9d3c/skrifa/src/a.rs:7, 9d3c/skrifa/src/a.rs:7",
    "/rustc/59807616e1fa2540724bfbac14d7976d7e4a3860/library/core/src/option.rs:100,"
        + " library/core/src/option.rs:100",
    "targets/truetype/port/src/lib.rs:3, targets/truetype/port/src/lib.rs:3",
    "Foo.java:12, Foo.java:12",
    "unknown, unknown",
    "'', ''",
  })
  void whatDiffersFromMachineToMachineIsCutOff(String place, String expected) {
    assertEquals(expected, Places.normalise(place));
    assertEquals(expected, Places.normalise(Places.normalise(place)), "and nothing more");
  }
}
