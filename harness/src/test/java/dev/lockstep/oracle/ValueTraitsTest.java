package dev.lockstep.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.Difference;
import dev.lockstep.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What tells values apart that have the same classes. */
final class ValueTraitsTest {
  @Test
  void textsDifferInLengthCaseOrTheWhiteSpaceAround() {
    assertEquals(List.of("same length"), traits("ab", "ac"));
    assertEquals(List.of("longer|shorter"), traits("abc", "ac"));
    assertEquals(List.of("shorter|longer"), traits("a", "ac"));
    assertEquals(List.of("but for case"), traits("Ab", "aB"));
    assertEquals(List.of("but for white space around"), traits("a", " a\n"));
    assertEquals(List.of("same length, lone surrogate"), traits("\ud800", "?"));
  }

  @Test
  void numbersOfOppositeSignAreToldFromOthers() {
    assertEquals(List.of("opposite"), traits(5, -5));
    assertEquals(List.of(""), traits(5, -6));
  }

  @Test
  void anEntryThatHoldsNothingIsToldFromOneThatHoldsSomething() {
    assertEquals(List.of("void"), traits(List.of(Map.of("key", "")), List.of()));
    assertEquals(List.of(""), traits(List.of(Map.of("key", "a")), List.of()));
    assertEquals(List.of("lone surrogate"), traits(List.of(), List.of(Map.of("k", "\udc00"))));
    assertEquals(List.of("other entries"), traits(List.of("a", "b"), List.of("c")));
    assertEquals(List.of("void"), traits(Map.of("a", 1, "b", ""), Map.of("a", 1)));
  }

  @Test
  void allTraitsOfAFingerprintAreListedNotOnlyThoseOfItsFirstPlace() {
    assertEquals(
        List.of("longer|shorter", "same length"),
        traits(List.of("a", "bb", "c"), List.of("x", "b", "y")));
  }

  private static List<String> traits(Object original, Object port) {
    Verdict verdict = Trees.judge(Trees.value(original), Trees.value(port));
    List<Difference> differences = ((Verdict.Divergence) verdict).differences();
    assertEquals(1, differences.size());
    return differences.getFirst().traits();
  }
}
