package dev.lockstep.engine;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SparingTest {

  @Test
  void threeCostlyInputsThatBeginAlikeSpareMostThatBeginSo() {
    Sparing sparing = costly("hang one", "hang two", "hang");

    assertEquals(63, IntStream.range(0, 64).filter(_ -> spares(sparing, "hang on")).count());
    assertTrue(!spares(sparing, "han"));
    assertEquals("t-1", sparing.spared().getFirst().id());
  }

  @Test
  void twoCostlyInputsSpareNothing() {
    assertTrue(!spares(costly("hang one", "hang two"), "hang one"));
  }

  @Test
  void inputsThatBeginInDifferentWaysSpareNothing() {
    assertTrue(costly("a", "b", "c", "a").spared().isEmpty());
  }

  @Test
  void anEngineKnowsWhatItsSupervisorHasLearnt() {
    assertTrue(spares(new Sparing(costly("xy", "xz", "x").spared()), "x1"));
  }

  private static Sparing costly(String... inputs) {
    Sparing sparing = new Sparing();
    for (String input : inputs) {
      sparing.costly("t-1", input.getBytes(US_ASCII));
    }
    return sparing;
  }

  private static boolean spares(Sparing sparing, String input) {
    return sparing.passesOver(input.getBytes(US_ASCII)) >= 0;
  }
}
