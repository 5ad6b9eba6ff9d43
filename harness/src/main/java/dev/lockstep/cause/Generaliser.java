package dev.lockstep.cause;

import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Says what a diverging input needs, by trying: each byte is replaced by the set of all bytes that
 * keep the divergence, and a gap stands wherever nearly anything can be put in.
 *
 * <p>A set is exact: each of its bytes was tried with all else as it is. A gap is not, since nobody
 * can try all that may stand there: it is given where {@link #GAP_SHARE_MIN} of the {@link Probes}
 * keep the divergence, those that fill the other gaps as well among them. So {@code "#" .. "\\u"}
 * may stand for a comment, although a line feed would end it.
 *
 * <p>The same input and predicate give the same result, if the budget is not spent.
 */
public final class Generaliser {
  private static final int VALUES = 256;

  /** Up to this length all 256 bytes are tried at each place. */
  private static final int THOROUGH_BYTES_MAX = 64;

  /** The share of probes that must keep the divergence where a gap stands. */
  private static final double GAP_SHARE_MIN = 0.8;

  private static final int NEIGHBOURS_MAX = 256;

  private final byte[] input;
  private final Predicate<byte[]> keeps;
  private final long startNanos = System.nanoTime();
  private final long timeNanos;
  private final int executionsMax;
  private final List<Neighbour> neighbours = new ArrayList<>();
  private int executions;

  private Generaliser(byte[] input, Predicate<byte[]> keeps, Duration time, int executionsMax) {
    this.input = input;
    this.keeps = keeps;
    this.timeNanos = time.toNanos();
    this.executionsMax = executionsMax;
  }

  /**
   * Generalises an input.
   *
   * @param input must fulfil the predicate; best one that is as small as it gets
   * @param keeps whether an input still shows the same
   * @param time stop after this long
   * @param executionsMax stop after asking the predicate this often
   * @return empty if the budget was spent before all was tried: half a pattern would be another one
   *     on another day
   */
  public static Optional<Generalised> generalise(
      byte[] input, Predicate<byte[]> keeps, Duration time, int executionsMax) {
    return new Generaliser(input, keeps, time, executionsMax).run();
  }

  private Optional<Generalised> run() {
    List<ByteSet> sets = new ArrayList<>();
    for (int at = 0; at < input.length && !exhausted(); at++) {
      sets.add(ByteSet.of(valuesAt(at)));
    }
    BitSet gaps = gaps();
    if (exhausted()) {
      return Optional.empty();
    }
    List<Optional<ByteSet>> elements = new ArrayList<>();
    for (int at = 0; at <= input.length; at++) {
      if (gaps.get(at)) {
        elements.add(Optional.empty());
      }
      if (at < input.length) {
        elements.add(Optional.of(sets.get(at)));
      }
    }
    // Where nearly any byte will do, the one that will not says little.
    neighbours.sort(
        Comparator.comparing((Neighbour neighbour) -> sets.get(neighbour.place()).isBroad())
            .thenComparingInt(Neighbour::distance)
            .thenComparingInt(Neighbour::place));
    return Optional.of(
        new Generalised(
            new BytePattern(elements),
            neighbours.stream().limit(NEIGHBOURS_MAX).map(Neighbour::input).toList(),
            executions));
  }

  private int[] valuesAt(int at) {
    BitSet values = new BitSet(VALUES);
    int own = input[at] & 0xFF;
    values.set(own);
    if (input.length > THOROUGH_BYTES_MAX && !anyOther(at, own)) {
      return new int[] {own};
    }
    for (int value = 0; value < VALUES; value++) {
      if (value != own && asked(with(at, value))) {
        values.set(value);
      } else if (value != own) {
        note(at, value, own);
      }
    }
    return values.stream().toArray();
  }

  /** Whether a few other bytes do as well, which is a reason to try them all. */
  private boolean anyOther(int at, int own) {
    for (int value : Probes.VALUES) {
      if (value != own && asked(with(at, value))) {
        return true;
      }
      note(at, value, own);
    }
    for (int near : new int[] {own - 1, own + 1}) {
      if (near >= 0 && near < VALUES && asked(with(at, near))) {
        return true;
      }
      note(at, near, own);
    }
    return false;
  }

  private void note(int at, int value, int own) {
    if (value >= 0 && value < VALUES && value != own && neighbours.size() < VALUES * VALUES) {
      neighbours.add(new Neighbour(with(at, value), Math.abs(value - own), at));
    }
  }

  private byte[] with(int at, int value) {
    byte[] other = input.clone();
    other[at] = (byte) value;
    return other;
  }

  /** The places, from 0 to the input's length, before which anything may stand. */
  private BitSet gaps() {
    BitSet gaps = new BitSet(input.length + 1);
    List<Integer> places = new ArrayList<>();
    // The ends first: what is around matters least, and a gap within is tried with them filled.
    places.add(input.length);
    for (int at = 0; at < input.length; at++) {
      places.add(at);
    }
    for (int place : places) {
      if (isGap(place, gaps)) {
        gaps.set(place);
      }
    }
    return gaps;
  }

  private boolean isGap(int place, BitSet others) {
    int failedMax = (int) (Probes.ALL.size() * (1 - GAP_SHARE_MIN));
    int failed = 0;
    for (int i = 0; i < Probes.ALL.size() && failed <= failedMax; i++) {
      BitSet filled = new BitSet();
      // Every second time all that was found so far is filled as well.
      if (i % 2 == 1) {
        filled.or(others);
      }
      filled.set(place);
      if (exhausted() || !asked(filled(filled, i))) {
        failed++;
      }
    }
    return failed <= failedMax;
  }

  private byte[] filled(BitSet places, int probe) {
    byte[] whole = new byte[0];
    for (int at = 0; at <= input.length; at++) {
      if (places.get(at)) {
        whole = Probes.join(whole, Probes.ALL.get((probe + at) % Probes.ALL.size()));
      }
      if (at < input.length) {
        whole = Probes.join(whole, new byte[] {input[at]});
      }
    }
    return whole;
  }

  private boolean asked(byte[] candidate) {
    if (exhausted()) {
      return false;
    }
    executions++;
    return keeps.test(candidate);
  }

  private boolean exhausted() {
    return executions >= executionsMax || System.nanoTime() - startNanos > timeNanos;
  }

  /** An input with one byte changed that does not show the same. */
  @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
  private record Neighbour(byte[] input, int distance, int place) {}

  /**
   * What came of it.
   *
   * @param pattern that the input matches, and with it what else diverges in the same way
   * @param neighbours inputs that differ from it by one byte and do not show the same, the closest
   *     byte first; where nearly any byte will do, last
   * @param executions how often the predicate was asked
   */
  public record Generalised(BytePattern pattern, List<byte[]> neighbours, int executions) {

    /** Copies the list; the inputs are handed over. */
    public Generalised {
      neighbours = List.copyOf(neighbours);
    }
  }
}
