package dev.lockstep.oracle;

import static dev.lockstep.oracle.Trees.judge;
import static dev.lockstep.oracle.Trees.say;
import static dev.lockstep.oracle.Trees.value;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.Fingerprint;
import dev.lockstep.Observation;
import dev.lockstep.Outcome;
import dev.lockstep.Outcome.Crashed;
import dev.lockstep.Outcome.OutOfMemory;
import dev.lockstep.Outcome.Rejected;
import dev.lockstep.Outcome.TimedOut;
import dev.lockstep.Outcome.Unsupported;
import dev.lockstep.Outcome.Value;
import dev.lockstep.Verdict;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each rule that {@link Oracle} lists, in its order. */
final class OracleTest {
  private static final Outcome ONE = value(1);
  private static final Outcome REJECTED = new Rejected("malformed", "at 3");
  private static final Outcome CRASHED = new Crashed("panic", "src/a.rs:1", "oh");
  private static final Outcome TIMED_OUT = new TimedOut(Duration.ofMillis(500), true);
  private static final Outcome OUT_OF_MEMORY = new OutOfMemory("");
  private static final Outcome UNSUPPORTED = new Unsupported("too deep");

  private static final List<Outcome> UNDECLARED = List.of(CRASHED, TIMED_OUT, OUT_OF_MEMORY);

  @Test
  void aSideThatCannotBeAskedMakesThePairIncomparable() {
    for (Outcome other : List.of(ONE, REJECTED, CRASHED, TIMED_OUT, OUT_OF_MEMORY)) {
      assertVerdict("incomparable unsupported by the original: too deep", UNSUPPORTED, other);
      assertVerdict("incomparable unsupported by the port: too deep", other, UNSUPPORTED);
    }
    assertVerdict("incomparable unsupported by the original: too deep", UNSUPPORTED, UNSUPPORTED);
  }

  @Test
  void twoUndeclaredFailuresAreIncomparableWhateverTheWay() {
    for (Outcome left : UNDECLARED) {
      for (Outcome right : UNDECLARED) {
        assertVerdict("incomparable both sides failed", left, right);
      }
    }
  }

  @Test
  void oneUndeclaredFailureIsADivergenceOfItsKind() {
    String crashed = "panic at src/a.rs:1: oh";
    assertVerdict("crash $ 1 | " + crashed, ONE, CRASHED);
    assertVerdict("crash $ " + crashed + " | 1", CRASHED, ONE);
    assertVerdict("crash $ rejected (malformed): at 3 | " + crashed, REJECTED, CRASHED);
    assertVerdict("crash $ " + crashed + " | rejected (malformed): at 3", CRASHED, REJECTED);
    assertVerdict("hang $ 1 | no answer within 500 ms, busy all the time", ONE, TIMED_OUT);
    assertVerdict("hang $ no answer within 500 ms, busy all the time | 1", TIMED_OUT, ONE);
    assertVerdict(
        "hang $ rejected (malformed): at 3 | no answer within 500 ms, busy all the time",
        REJECTED,
        TIMED_OUT);
    assertVerdict("memory $ 1 | out of memory", ONE, OUT_OF_MEMORY);
    assertVerdict("memory $ out of memory | 1", OUT_OF_MEMORY, ONE);
  }

  @Test
  void twoRejectionsAgreeIfTheirKindsDoWhateverTheDetails() {
    assertVerdict("agree", REJECTED, new Rejected("malformed", "elsewhere"));
    assertVerdict(
        "reject_kind $ rejected (malformed): at 3 | rejected (unsupported)",
        REJECTED,
        new Rejected("unsupported", ""));
  }

  @Test
  void oneRejectionIsADivergence() {
    assertVerdict("reject $ 1 | rejected (malformed): at 3", ONE, REJECTED);
    assertVerdict("reject $ rejected (malformed): at 3 | 1", REJECTED, ONE);
  }

  @Test
  void twoValuesAreComparedAsTrees() {
    assertVerdict("agree", ONE, value(1L));
    assertVerdict("value $ 1 | 2", ONE, value(2));
    assertVerdict("value $ 1 | 1.0", ONE, value(1.0));
  }

  @Test
  void anObservationThatIsMalformedIsAnInvalidReplyUnlessItsBytesAreEqual() {
    Outcome malformed = new Value(new Observation(HexFormat.of().parseHex("1801")));
    String invalid = "invalid reply: malformed observation: offset 0: not in its shortest form";
    assertVerdict("crash $ " + invalid + " | 1", malformed, ONE);
    assertVerdict("crash $ 1 | " + invalid, ONE, malformed);
    assertVerdict("agree", malformed, malformed);
  }

  @Test
  void aFingerprintNamesTheClassesOfBothOutcomes() {
    assertFingerprint("reject $ value|rejected:malformed", "t-a0fded48", ONE, REJECTED);
    assertFingerprint("reject $ rejected:malformed|value", "t-76739adf", REJECTED, ONE);
    assertFingerprint("crash $ value|crashed:panic@src/a.rs:1", "t-494e2c3e", ONE, CRASHED);
    assertFingerprint("hang $ timed_out|value", "t-dcd1a245", TIMED_OUT, ONE);
    assertFingerprint("memory $ value|out_of_memory", "t-9b0e25a0", ONE, OUT_OF_MEMORY);
    assertFingerprint(
        "reject_kind $ rejected:malformed|rejected:other",
        "t-9d599fc6",
        REJECTED,
        new Rejected("other", ""));
  }

  @Test
  void aFingerprintForgetsDetailsLimitsAndTheVersionOfACrate() {
    assertEquals(
        fingerprint(ONE, new Crashed("panic", "skrifa-0.46.2/src/a.rs:7", "index 3")),
        fingerprint(value(2), new Crashed("panic", "skrifa-0.47.0/src/a.rs:7", "index 4")));
    assertEquals(
        fingerprint(ONE, REJECTED), fingerprint(value("x"), new Rejected("malformed", "")));
    assertEquals(
        fingerprint(ONE, TIMED_OUT), fingerprint(ONE, new TimedOut(Duration.ofHours(1), false)));
  }

  @Test
  void theSameTextForAnotherTargetIsAnotherFingerprint() {
    assertEquals("a-68474ee8", new Fingerprint("a", "value $ text|null").id());
    assertEquals("b-a880405d", new Fingerprint("b", "value $ text|null").id());
  }

  private static void assertVerdict(String expected, Outcome original, Outcome port) {
    assertEquals(expected, say(judge(original, port)));
  }

  private static void assertFingerprint(String text, String id, Outcome left, Outcome right) {
    Fingerprint fingerprint = fingerprint(left, right);
    assertEquals(text, fingerprint.text());
    assertEquals(id, fingerprint.id());
  }

  private static Fingerprint fingerprint(Outcome original, Outcome port) {
    Verdict.Divergence divergence = (Verdict.Divergence) judge(original, port);
    assertEquals(1, divergence.count());
    return divergence.differences().getFirst().fingerprint();
  }
}
