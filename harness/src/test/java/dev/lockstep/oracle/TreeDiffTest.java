package dev.lockstep.oracle;

import static dev.lockstep.oracle.Trees.compare;
import static dev.lockstep.oracle.Trees.fingerprints;
import static dev.lockstep.oracle.Trees.judge;
import static dev.lockstep.oracle.Trees.value;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.Part;
import dev.lockstep.Verdict;
import dev.lockstep.target.Equivalence;
import dev.lockstep.target.Equivalence.Ignored;
import dev.lockstep.target.Equivalence.Sequential;
import dev.lockstep.target.Equivalence.Tolerance;
import dev.lockstep.target.Equivalence.Unordered;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class TreeDiffTest {
  private static final Part REJECTED = new Part.Rejected("malformed", "");
  private static final Part CRASHED_IN_JAVA =
      new Part.Crashed("java.lang.ArrayIndexOutOfBoundsException", "A.java:3", "");
  private static final Part PANICKED = new Part.Crashed("panic", "src/a.rs:1", "");

  private record Glyph(int id, int advance) {}

  private record Font(String name, List<Glyph> glyphs) {}

  @Test
  void aDifferenceIsFoundDownToItsField() {
    Font original = new Font("f", List.of(new Glyph(0, 512), new Glyph(1, 417)));
    Font port = new Font("f", List.of(new Glyph(0, 512), new Glyph(1, 418)));
    assertEquals("value $.glyphs[1].advance 417 | 418", compare(original, port));
    assertEquals("value $.glyphs[*].advance integer|integer", fingerprints(original, port));
  }

  @Test
  void allDifferencesAreFoundInTheOrderOfTheTree() {
    assertEquals(
        """
        value $.a 1 | 2
        value $.b "x" | null
        value $.c[0] true | false
        value $.d absent | 4\
        """,
        compare(
            Map.of("a", 1, "b", "x", "c", List.of(true)),
            Map.of("a", 2, "b", Optional.empty(), "c", List.of(false), "d", 4)));
  }

  @Test
  void aKeyThatOneSideLacksIsAbsentThere() {
    assertEquals("value $.b 2 | absent", compare(Map.of("a", 1, "b", 2), Map.of("a", 1)));
    assertEquals(
        "value $.b absent | null", compare(Map.of("a", 1), Map.of("a", 1, "b", Optional.empty())));
    assertEquals("value $.b integer|absent", fingerprints(Map.of("b", 2), Map.of()));
    assertEquals("value $.b absent|integer", fingerprints(Map.of(), Map.of("b", 2)));
  }

  @Test
  void keysThatAreDataAreErasedLikeIndicesAndNamesAreNot() {
    assertEquals("value $[65] 1 | 2", compare(Map.of(65, 1), Map.of(65, 2)));
    assertEquals("value $[*] integer|integer", fingerprints(Map.of(65, 1), Map.of(65, 2)));
    assertEquals("value $[*] integer|integer", fingerprints(Map.of(true, 1), Map.of(true, 2)));
    assertEquals("value $[\"a b\"] 1 | 2", compare(Map.of("a b", 1), Map.of("a b", 2)));
    assertEquals(
        "value $[\"a b\"] integer|integer", fingerprints(Map.of("a b", 1), Map.of("a b", 2)));
    assertEquals(
        "value $[*][*].x[*] integer|integer",
        fingerprints(
            List.of(List.of(Map.of("x", Map.of(1, 2)))),
            List.of(List.of(Map.of("x", Map.of(1, 3))))));
  }

  @Test
  void listsOfOneLengthAreComparedEntryByEntry() {
    Verdict.Divergence divergence =
        (Verdict.Divergence) judge(value(List.of(1, 2, 3)), value(List.of(4, 2, 5)));
    assertEquals(2, divergence.count());
    assertEquals("value $[0] 1 | 4", Trees.say(divergence), "one for each fingerprint");
  }

  @Test
  void ofListsOfDifferentLengthsOnlyTheRestIsADifference() {
    List<Integer> all = List.of(1, 2, 3, 4);
    assertEquals("value $[1] 2 (4 entries) | nothing (3 entries)", compare(all, List.of(1, 3, 4)));
    assertEquals("value $[1] nothing (3 entries) | 2 (4 entries)", compare(List.of(1, 3, 4), all));
    assertEquals("value $[0] 1 (4 entries) | nothing (3 entries)", compare(all, List.of(2, 3, 4)));
    assertEquals("value $[3] 4 (4 entries) | nothing (3 entries)", compare(all, List.of(1, 2, 3)));
    assertEquals(
        "value $[1] 2 entries, first 2 (4 in all) | 9 (3 entries)", compare(all, List.of(1, 9, 4)));
    assertEquals(
        "value $[0] 4 entries, first 1 (4 in all) | nothing (0 entries)", compare(all, List.of()));
    // What is shared at the front is not shared a second time at the back.
    assertEquals(
        "value $[2] nothing (2 entries) | 7 (3 entries)", compare(List.of(7, 7), List.of(7, 7, 7)));
    assertEquals("value $[*] longer list|shorter list", fingerprints(all, List.of(1)));
    assertEquals("value $[*] shorter list|longer list", fingerprints(List.of(1), all));
  }

  @Test
  void entriesOfListsThatHaveSomethingInCommonAreTheSameEntry() {
    List<Glyph> original = List.of(new Glyph(0, 512), new Glyph(1, 417), new Glyph(2, 600));

    assertEquals(
        """
        value $[0].advance 512 | 99
        value $[1] {"id": 1, "advance": 417} (3 entries) | nothing (2 entries)\
        """,
        compare(original, List.of(new Glyph(0, 99), new Glyph(2, 600))));
    assertEquals(
        """
        value $[2].advance 600 | 99
        value $[0] 2 entries, first {"id": 0, "advance": 512} (3 in all) | nothing (1 entries)\
        """,
        compare(original, List.of(new Glyph(2, 99))));
    assertEquals(
        """
        value $[0] 3 entries, first {"id": 0, "advance": 512} (3 in all) | {"id": 7, "advance": 99} (1 entries)\
        """,
        compare(original, List.of(new Glyph(7, 99))));
  }

  @Test
  void valuesOfDifferentSortsAreOneDifference() {
    assertEquals("value $ [1] | {0: 1}", compare(List.of(1), Map.of(0, 1)));
    assertEquals(
        "value $.a null | []", compare(Map.of("a", Optional.empty()), Map.of("a", List.of())));
    assertEquals("value $.a \"1\" | 1", compare(Map.of("a", "1"), Map.of("a", 1)));
  }

  @Test
  void theKindOfAPartsDifferenceIsThatOfTheWholes() {
    assertEquals(
        "reject $.p 1 | rejected(malformed)", compare(Map.of("p", 1), Map.of("p", REJECTED)));
    assertEquals(
        "reject $.p rejected(malformed) | 1", compare(Map.of("p", REJECTED), Map.of("p", 1)));
    assertEquals(
        "reject_kind $.p rejected(malformed) | rejected(other)",
        compare(Map.of("p", REJECTED), Map.of("p", new Part.Rejected("other", ""))));
    assertEquals(
        "crash $.p 1 | crashed(panic at src/a.rs:1)",
        compare(Map.of("p", 1), Map.of("p", PANICKED)));
    assertEquals(
        "crash $.p rejected(malformed) | crashed(panic at src/a.rs:1)",
        compare(Map.of("p", REJECTED), Map.of("p", PANICKED)));
    assertEquals(
        "crash $[*] crashed:java.lang.ArrayIndexOutOfBoundsException@A.java:3|integer",
        fingerprints(List.of(CRASHED_IN_JAVA), List.of(1)));
    assertEquals("agree", compare(List.of(REJECTED), List.of(REJECTED)));
  }

  @Test
  void aPartThatFailedOnBothSidesIsNeitherDifferenceNorAgreement() {
    List<Object> original = List.of(1, CRASHED_IN_JAVA);
    assertEquals(
        "incomparable both sides failed in a part", compare(original, List.of(1, PANICKED)));
    assertEquals("value $[0] 1 | 2", compare(original, List.of(2, PANICKED)));
    assertEquals(
        "incomparable both sides failed in a part",
        compare(
            Map.of("a", 1, "p", CRASHED_IN_JAVA),
            Map.of("a", 2, "p", PANICKED),
            new Ignored("$.a", "why")));
    assertEquals(
        "accepted [$[*]]",
        compare(original, List.of(2, PANICKED), new Ignored("$[*]", "why")),
        "what is ignored may fail");
  }

  @Test
  void numbersWithinTheToleranceAreAccepted() {
    Equivalence rule = new Tolerance("$.x[*]", 0.5, "rounding");
    assertEquals(
        "accepted [$.x[*]]",
        compare(Map.of("x", List.of(1, 2.0)), Map.of("x", List.of(1.5, 2.25)), rule));
    assertEquals("agree", compare(List.of(1), List.of(1), rule));
    assertEquals(
        "value $.x[1] 2.0 | 2.75",
        compare(Map.of("x", List.of(1, 2.0)), Map.of("x", List.of(1.5, 2.75)), rule));
    assertEquals(
        "value $.x[0] 1 | \"1\"",
        compare(Map.of("x", List.of(1)), Map.of("x", List.of("1")), rule));
    assertEquals(
        "value $.x[0] NaN | 1.0",
        compare(Map.of("x", List.of(Double.NaN)), Map.of("x", List.of(1.0)), rule));
    assertEquals(
        "value $.x[0] Infinity | -Infinity",
        compare(
            Map.of("x", List.of(Double.POSITIVE_INFINITY)),
            Map.of("x", List.of(Double.NEGATIVE_INFINITY)),
            rule));
    assertEquals(
        "accepted [$.x[*]]", compare(Map.of("x", List.of(0.0)), Map.of("x", List.of(-0.0)), rule));
    assertEquals("value $.y 1 | 1.5", compare(Map.of("y", 1), Map.of("y", 1.5), rule));
  }

  @Test
  void hugeIntegersAreNotRoundedIntoATolerance() {
    Equivalence rule = new Tolerance("$", 0.5, "rounding");
    assertEquals(
        "value $ 9007199254740993 | 9007199254740992",
        compare(9_007_199_254_740_993L, 9_007_199_254_740_992L, rule));
  }

  @Test
  void whatIsIgnoredIsAcceptedWhateverItIs() {
    Equivalence rule = new Ignored("$.a[*]", "cosmetic");
    for (Object other : List.of(2, "x", REJECTED, PANICKED, List.of(), Map.of())) {
      assertEquals(
          "accepted [$.a[*]]", compare(Map.of("a", List.of(1)), Map.of("a", List.of(other)), rule));
    }
    assertEquals(
        "value $.a null | [1]",
        compare(Map.of("a", Optional.empty()), Map.of("a", List.of(1)), rule));
    assertEquals(
        "value $.b 1 | 2",
        compare(Map.of("a", List.of(1), "b", 1), Map.of("a", List.of(2), "b", 2), rule));
  }

  @Test
  void whatIsIgnoredMayBeAbsent() {
    assertEquals(
        "accepted [$.a]", compare(Map.of("a", 1), Map.of(), new Ignored("$.a", "cosmetic")));
    assertEquals(
        "accepted [$.a]", compare(Map.of(), Map.of("a", 1), new Ignored("$.a", "cosmetic")));
    assertEquals(
        "accepted [$[*]]", compare(List.of(1, 2), List.of(1), new Ignored("$[*]", "cosmetic")));
    assertEquals(
        "accepted [$[*]]", compare(Map.of(1, 2), Map.of(), new Ignored("$[*]", "cosmetic")));
  }

  @Test
  void aListWhoseOrderMeansNothingIsComparedSorted() {
    Equivalence rule = new Unordered("$.a", "a set");
    assertEquals(
        "accepted [$.a]",
        compare(Map.of("a", List.of(3, "x", 1)), Map.of("a", List.of(1, 3, "x")), rule));
    assertEquals(
        "value $.a[1] 2 (3 entries) | nothing (2 entries)",
        compare(Map.of("a", List.of(3, 2, 1)), Map.of("a", List.of(1, 3)), rule));
    assertEquals(
        "value $.a[1] 1 | 3",
        compare(Map.of("a", List.of(1, 1)), Map.of("a", List.of(3, 1)), rule));
    assertEquals("value $.a [1] | 1", compare(Map.of("a", List.of(1)), Map.of("a", 1), rule));
    assertEquals(
        "value $.b[0] 1 | 2",
        compare(Map.of("b", List.of(1, 2)), Map.of("b", List.of(2, 1)), rule));
  }

  @Test
  void ofASequenceWhatComesAfterTheFirstEntryThatDiffersIsNotCompared() {
    Equivalence rule = new Sequential("$.a", "a state");
    assertEquals(
        "value $.a[1].x 2 | 3",
        compare(
            Map.of("a", List.of(1, Map.of("x", 2), 4)),
            Map.of("a", List.of(1, Map.of("x", 3), 5)),
            rule));
    assertEquals(
        "value $.a[0] 1 | 2",
        compare(Map.of("a", List.of(1, 2, 3)), Map.of("a", List.of(2)), rule));
    assertEquals(
        "value $.a[0].x 1 | 2\nvalue $.a[0].y 1 | 2",
        compare(
            Map.of("a", List.of(new TreeMap<>(Map.of("x", 1, "y", 1)), 1)),
            Map.of("a", List.of(new TreeMap<>(Map.of("x", 2, "y", 2)), 2)),
            rule));
  }

  @Test
  void aSequenceThatOneSideEndsEarlierIsADifference() {
    Equivalence rule = new Sequential("$.a", "a state");
    assertEquals(
        "value $.a[1] 2 (2 entries) | nothing (1 entries)",
        compare(Map.of("a", List.of(1, 2)), Map.of("a", List.of(1)), rule));
    assertEquals("value $.a [1] | 1", compare(Map.of("a", List.of(1)), Map.of("a", 1), rule));
  }

  @Test
  void aSequenceGoesOnAfterWhatARuleExplains() {
    assertEquals(
        "value $.a[1] 5 | 9",
        compare(
            Map.of("a", List.of(1.0, 5)),
            Map.of("a", List.of(1.25, 9)),
            new Sequential("$.a", "a state"),
            new Tolerance("$.a[*]", 0.5, "rounding")));
  }

  @Test
  void severalRulesAreEachNamedOnce() {
    assertEquals(
        "accepted [$.a, $.b[*]]",
        compare(
            Map.of("a", 1, "b", List.of(1, 2)),
            Map.of("a", 2, "b", List.of(3, 4)),
            new Ignored("$.b[*]", "why"),
            new Ignored("$.a", "why")));
  }

  @Test
  void noMoreThan32DifferencesAreKeptAndAllAreCounted() {
    Map<String, Object> left = new TreeMap<>();
    Map<String, Object> right = new TreeMap<>();
    IntStream.range(0, 50)
        .forEach(i -> {
          left.put("k" + i, 1);
          right.put("k" + i, 2);
        });
    Verdict.Divergence divergence = (Verdict.Divergence) judge(value(left), value(right));
    assertEquals(32, divergence.differences().size());
    assertEquals(50, divergence.count());
  }

  @Test
  void aFingerprintIsTheSameOnEveryMachineAndInEveryRun() {
    Map<String, Object> left = Map.of("glyphs", List.of(Map.of("advance", 1)));
    Map<String, Object> right = Map.of("glyphs", List.of(Map.of("advance", "x")));
    Verdict.Divergence divergence = (Verdict.Divergence) judge(value(left), value(right));
    assertEquals("t-6bf038c6", divergence.differences().getFirst().fingerprint().id());
    assertEquals(
        "value $.glyphs[*].advance integer|text",
        divergence.differences().getFirst().fingerprint().text());
  }
}
