package dev.lockstep.oracle;

import static dev.lockstep.oracle.Trees.INPUT;
import static dev.lockstep.oracle.Trees.TARGET;
import static dev.lockstep.oracle.Trees.judge;
import static dev.lockstep.oracle.Trees.say;
import static dev.lockstep.oracle.Trees.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.lockstep.Acceptance;
import dev.lockstep.Difference;
import dev.lockstep.Kind;
import dev.lockstep.Outcome;
import dev.lockstep.Verdict;
import dev.lockstep.target.Equivalence;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the ledger accepts is no difference; all else is judged as if it were not there. */
final class AcceptedDifferencesTest {
  private static final Acceptance AT_A = at("$.a");

  @Test
  void aDifferenceThatIsAcceptedMakesThePairAccepted() {
    assertEquals(
        "accepted [entry]", say(judge(AT_A, value(Map.of("a", 1)), value(Map.of("a", 2)))));
  }

  @Test
  void theOtherDifferencesOfTheInputAreStillADivergence() {
    Verdict verdict = judge(AT_A, value(Map.of("a", 1, "b", 1)), value(Map.of("a", 2, "b", 2)));

    assertEquals("value $.b 1 | 2", say(verdict));
    assertEquals(1, ((Verdict.Divergence) verdict).count());
  }

  @Test
  void theLedgerIsAskedAboutTheInput() {
    Acceptance other =
        (_, input) ->
            Arrays.equals(input, INPUT) ? Optional.empty() : Optional.of("another input's");

    assertEquals(
        "value $.a 1 | 2", say(judge(other, value(Map.of("a", 1)), value(Map.of("a", 2)))));
  }

  @Test
  void manyAcceptedDifferencesHideNoneThatIsNot() {
    Map<String, Integer> left = new LinkedHashMap<>();
    Map<String, Integer> right = new LinkedHashMap<>();
    for (int i = 0; i < 1_000; i++) {
      left.put("a" + i, 1);
      right.put("a" + i, 2);
    }
    left.put("z", 1);
    right.put("z", 2);

    assertEquals("value $.z 1 | 2", say(judge(at("$.a"), value(left), value(right))));
  }

  @Test
  void aRuleOfTheTargetIsNamedBesideTheEntry() {
    assertEquals(
        "accepted [$.b, entry]",
        say(
            judge(
                AT_A,
                value(Map.of("a", 1, "b", 1)),
                value(Map.of("a", 2, "b", 2)),
                new Equivalence.Ignored("$.b", "r"))));
  }

  @Test
  void anAcceptedDifferenceEndsASequenceAsWellAndIsNamedWithTheRule() {
    Equivalence rule = new Equivalence.Sequential("$", "a state");

    assertEquals(
        "accepted [$, entry]",
        say(
            judge(
                at("$[*].a"),
                value(List.of(Map.of("a", 1), Map.of("b", 1))),
                value(List.of(Map.of("a", 2), Map.of("b", 2))),
                rule)));
    assertEquals(
        "accepted [entry]",
        say(
            judge(
                at("$[*].a"),
                value(List.of(Map.of("a", 1), Map.of("b", 1))),
                value(List.of(Map.of("a", 2), Map.of("b", 1))),
                rule)));
  }

  @Test
  void aRejectionByOneSideCanBeAccepted() {
    assertEquals(
        "accepted [entry]", say(judge(at("$"), value(1), new Outcome.Rejected("malformed", ""))));
  }

  @Test
  void whatLiesBesideTheAnswersCanBeAcceptedAsWell() {
    Oracle oracle = new Oracle(TARGET, List.of(), at("$"));
    Difference effect = oracle.beside(Kind.EFFECT, "printed", "nothing", "printed|none");
    Verdict divergence = new Verdict.Divergence(List.of(effect), 1);

    assertEquals("accepted [entry]", say(oracle.join(INPUT, new Verdict.Agree(), List.of(effect))));
    assertEquals(
        "accepted [$.b, entry]",
        say(oracle.join(INPUT, new Verdict.Accepted(List.of("$.b")), List.of(effect))));
    assertSame(divergence, oracle.join(INPUT, divergence, List.of(effect)));
    assertEquals(
        "effect $ printed | nothing",
        say(oracle.acceptingNothing().join(INPUT, new Verdict.Agree(), List.of(effect))));
  }

  private static Acceptance at(String path) {
    return (fingerprint, _) ->
        fingerprint.text().split(" ", 3)[1].startsWith(path)
            ? Optional.of("entry")
            : Optional.empty();
  }
}
