package dev.lockstep.judge;

import dev.lockstep.Outcome;
import dev.lockstep.Side;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that it takes to show a divergence, from a fresh process on.
 *
 * @param before what has to be run before, in this order, in the same process; mostly nothing
 * @param input what shows it then
 * @param written what each side wrote of the input, as far as it is known: the other one is asked
 *     what it makes of that
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, never compared
public record Case(List<byte[]> before, byte[] input, Map<Side, byte[]> written) {

  /** Copies the collections. */
  public Case {
    before = List.copyOf(before);
    written = Map.copyOf(written);
  }

  /** An input, and what has to be run before; nobody has written yet. */
  public Case(List<byte[]> before, byte[] input) {
    this(before, input, Map.of());
  }

  /** An input that needs nothing else. */
  public static Case of(byte[] input) {
    return new Case(List.of(), input);
  }

  /** The same without the earlier inputs. */
  public Case alone() {
    return new Case(List.of(), input, written);
  }

  /** The same with another input. */
  public Case with(byte[] other) {
    return new Case(before, other);
  }

  /** The same, and what a side wrote, if it did. */
  Case with(Side side, Outcome outcome) {
    if (!(outcome instanceof Outcome.Wrote wrote)) {
      return this;
    }
    Map<Side, byte[]> more = new EnumMap<>(Side.class);
    more.putAll(written);
    more.put(side, wrote.written());
    return new Case(before, input, more);
  }

  /** What the other side wrote. */
  Optional<byte[]> writtenBeside(Side side) {
    return Optional.ofNullable(written.get(side == Side.PORT ? Side.ORIGINAL : Side.PORT));
  }
}
