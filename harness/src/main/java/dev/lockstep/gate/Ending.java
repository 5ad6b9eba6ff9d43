package dev.lockstep.gate;

import java.util.Locale;

/**
 * How a gate ended, for one target or all. Of several, the first one here counts: what is certainly
 * new comes before what cannot be said.
 */
public enum Ending {
  /** Something is new, or a regression diverges again. */
  NEW,
  /** A side does not build or load, the ledger does not hold, or the canary was not caught. */
  BROKEN,
  /** Out of time with something not done. */
  OUT_OF_TIME,
  /** There was nothing to run. */
  NOTHING_RAN,
  /** All was done, and nothing is new. */
  PASSED;

  /** The word for people and JSON. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
