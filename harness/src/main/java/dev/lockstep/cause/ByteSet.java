package dev.lockstep.cause;

import java.util.BitSet;
import java.util.Locale;

/** A set of byte values. Immutable. */
public final class ByteSet {
  private static final int VALUES = 256;
  private static final int HALF = VALUES / 2;

  private final BitSet values;

  private ByteSet(BitSet values) {
    this.values = values;
  }

  /** Exactly these. */
  public static ByteSet of(int... values) {
    BitSet set = new BitSet(VALUES);
    for (int value : values) {
      set.set(value & 0xFF);
    }
    return new ByteSet(set);
  }

  /** All from {@code first} to {@code last}, both from 0 to 255. */
  public static ByteSet range(int first, int last) {
    BitSet set = new BitSet(VALUES);
    set.set(first, last + 1);
    return new ByteSet(set);
  }

  /** All 256. */
  public static ByteSet any() {
    return range(0, VALUES - 1);
  }

  /** What is in this or in the other. */
  public ByteSet or(ByteSet other) {
    BitSet set = (BitSet) values.clone();
    set.or(other.values);
    return new ByteSet(set);
  }

  /** What is in this and in the other. */
  public ByteSet and(ByteSet other) {
    BitSet set = (BitSet) values.clone();
    set.and(other.values);
    return new ByteSet(set);
  }

  /** What is not in this. */
  public ByteSet not() {
    BitSet set = (BitSet) values.clone();
    set.flip(0, VALUES);
    return new ByteSet(set);
  }

  /** Whether a byte is in it. */
  public boolean contains(byte value) {
    return values.get(value & 0xFF);
  }

  /** How many it has. */
  public int size() {
    return values.cardinality();
  }

  /** Whether it has at least half of all values: then it says more of what must not be. */
  public boolean isBroad() {
    return size() >= HALF;
  }

  /** The lowest value, from 0 to 255; -1 if it is empty. */
  public int lowest() {
    return values.nextSetBit(0);
  }

  /**
   * As it stands in a {@link BytePattern}: {@code 0a}, {@code [30-39 41]}, {@code [^00]} or {@code
   * .}.
   */
  @Override
  public String toString() {
    int size = size();
    if (size == 1) {
      return hex(lowest());
    }
    if (size == VALUES) {
      return ".";
    }
    return size > HALF ? "[^" + ranges(not().values) + "]" : "[" + ranges(values) + "]";
  }

  private static String ranges(BitSet set) {
    StringBuilder text = new StringBuilder();
    for (int first = set.nextSetBit(0); first >= 0; ) {
      int last = set.nextClearBit(first) - 1;
      text.append(text.isEmpty() ? "" : " ").append(hex(first));
      if (last > first) {
        text.append('-').append(hex(last));
      }
      first = set.nextSetBit(last + 1);
    }
    return text.toString();
  }

  private static String hex(int value) {
    return String.format(Locale.ROOT, "%02x", value);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ByteSet set && values.equals(set.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }
}
