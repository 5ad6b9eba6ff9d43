package dev.lockstep.ledger;

import java.util.List;

/**
 * What shows an accepted divergence, from fresh processes on.
 *
 * @param before what has to run before in the same process, in this order; mostly nothing
 * @param input what shows it then
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, never compared
public record Witness(List<byte[]> before, byte[] input) {
  /** Larger ones are shrunk first, or have no place in a file for people. */
  public static final int BYTES_MAX = 1 << 20;

  /** Copies the list. */
  public Witness {
    before = List.copyOf(before);
  }
}
