package dev.lockstep.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.Difference;
import dev.lockstep.Fingerprint;
import dev.lockstep.Kind;
import dev.lockstep.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an input is held to while it is made smaller. */
final class PinTest {
  private static final Difference KEY = difference("value $.key text|text", "same length");
  private static final Difference END = difference("reject $.end text|rejected:a", "");

  @Test
  void aLoosePinIsHeldByTheFingerprintWhateverElseShows() {
    Pin pin = Pin.loose(KEY);

    assertTrue(pin.isHeldBy(verdict(KEY)));
    assertTrue(pin.isHeldBy(verdict(END, difference("value $.key text|text", "longer|shorter"))));
    assertFalse(pin.isHeldBy(verdict(END)));
    assertFalse(pin.isHeldBy(new Verdict.Agree()));
  }

  @Test
  void aTightPinIsLostWithTheTrait() {
    Pin pin = Pin.tight(KEY, "same length", List.of(KEY));

    assertTrue(pin.isHeldBy(verdict(KEY)));
    assertFalse(pin.isHeldBy(verdict(difference("value $.key text|text", "longer|shorter"))));
  }

  @Test
  void aTightPinIsLostWhenSomethingComesToItAndKeptWhenSomethingGoes() {
    assertFalse(Pin.tight(KEY, "same length", List.of(KEY)).isHeldBy(verdict(KEY, END)));
    assertTrue(Pin.tight(KEY, "same length", List.of(KEY, END)).isHeldBy(verdict(KEY)));
    assertFalse(Pin.tight(KEY, "same length", List.of(KEY, END)).isHeldBy(verdict(END)));
    assertFalse(
        Pin.tight(KEY, "same length", List.of(KEY, END))
            .isHeldBy(verdict(KEY, difference("reject $.end text|rejected:a", "other"))));
  }

  @Test
  void ofSeveralTraitsOneIsHeldToAndTheOthersMayStay() {
    Difference both =
        new Difference(
            Kind.VALUE,
            "$.key",
            "1",
            "2",
            KEY.fingerprint(),
            List.of("longer|shorter", "same length"));
    Pin pin = Pin.tight(both, "same length", List.of(both));

    assertTrue(pin.isHeldBy(verdict(both)));
    assertTrue(pin.isHeldBy(verdict(KEY)));
    assertFalse(pin.isHeldBy(verdict(difference("value $.key text|text", "longer|shorter"))));
    assertEquals(KEY.fingerprint(), both.fingerprint());
  }

  private static Verdict verdict(Difference... differences) {
    return new Verdict.Divergence(List.of(differences), differences.length);
  }

  private static Difference difference(String fingerprint, String trait) {
    return new Difference(
        Kind.VALUE, "$", "1", "2", new Fingerprint("t", fingerprint), List.of(trait));
  }
}
