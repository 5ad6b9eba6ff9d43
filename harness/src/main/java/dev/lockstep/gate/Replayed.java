package dev.lockstep.gate;

/**
 * How many inputs were run again.
 *
 * @param regressions that must never diverge again
 * @param witnesses of the ledger's entries
 * @param seeds of the target
 * @param grown inputs that runs have added
 * @param observations how many different answers the original gave to all of them; counted to two
 */
public record Replayed(int regressions, int witnesses, int seeds, int grown, int observations) {
  /** Nothing was run. */
  public static final Replayed NONE = new Replayed(0, 0, 0, 0, 0);

  /** All inputs. */
  public int total() {
    return regressions + witnesses + seeds + grown;
  }
}
