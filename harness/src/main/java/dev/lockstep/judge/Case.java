package dev.lockstep.judge;

import java.util.List;

/**
 * All that it takes to show a divergence, from a fresh process on.
 *
 * @param before what has to be run before, in this order, in the same process; mostly nothing
 * @param input what shows it then
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, never compared
public record Case(List<byte[]> before, byte[] input) {

  /** Copies the list. */
  public Case {
    before = List.copyOf(before);
  }

  /** An input that needs nothing else. */
  public static Case of(byte[] input) {
    return new Case(List.of(), input);
  }

  /** The same without the earlier inputs. */
  public Case alone() {
    return of(input);
  }

  /** The same with another input. */
  public Case with(byte[] other) {
    return new Case(before, other);
  }
}
