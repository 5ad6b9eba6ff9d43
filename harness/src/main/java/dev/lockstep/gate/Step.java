package dev.lockstep.gate;

import java.util.Locale;

/** What the gate does with a target, in this order. */
public enum Step {
  /** Builds both sides and loads them. */
  BUILD,
  /** Reads the ledger and runs its witnesses again. */
  LEDGER,
  /** Plants a divergence and sees whether it is caught. */
  CANARY,
  /** Runs regressions, witnesses, seeds and the grown corpus. */
  REPLAY,
  /** Runs the properties, then fuzzes. */
  FUZZ,
  /** Asks the port of the base about what is new. */
  BASE,
  /** Looks at findings that earlier runs have kept. */
  FINDINGS,
  /** Takes inputs out of the corpus that add nothing. */
  PRUNE;

  /** The word for people and JSON. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
