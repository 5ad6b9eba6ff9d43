package dev.lockstep.port;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class PatienceTest {
  private static final long IN_TRIAL = (5L << 24) + (1 << 20) - 1;
  private static final long AFTER_TRIAL = IN_TRIAL + 1;

  @Test
  void patienceRunsOutAndComesBackInATrialThatPays() {
    Patience patience = new Patience();
    assertTrue(patience.hasSome(AFTER_TRIAL));
    for (int i = 0; i < 4; i++) {
      patience.looked(false);
    }
    assertFalse(patience.hasSome(AFTER_TRIAL));
    assertTrue(patience.hasSome(IN_TRIAL));
    patience.looked(true);
    assertTrue(patience.hasSome(AFTER_TRIAL));
  }
}
