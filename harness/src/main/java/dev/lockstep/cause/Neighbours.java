package dev.lockstep.cause;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Inputs that differ from one in a single byte: another in its place, none, or one more. */
public final class Neighbours {
  /** About so many at most. */
  private static final int COUNT_MAX = 1_200;

  private static final int VALUES = 1 << Byte.SIZE;

  private Neighbours() {}

  /**
   * All or, of a long input, some of them; none of one that is too long to say anything by them.
   * The same input has the same neighbours.
   */
  public static List<byte[]> of(byte[] input) {
    List<byte[]> neighbours = new ArrayList<>();
    int each = COUNT_MAX / (2 * input.length + 1);
    if (each == 0) {
      return neighbours;
    }
    for (int at = 0; at < input.length; at++) {
      neighbours.add(without(input, at));
      for (byte value : values(input[at], each)) {
        byte[] other = input.clone();
        other[at] = value;
        neighbours.add(other);
      }
    }
    for (int at = 0; at <= input.length; at++) {
      byte near = input.length == 0 ? 0 : input[Math.min(at, input.length - 1)];
      for (byte value : values(near, each)) {
        neighbours.add(with(input, at, value));
      }
    }
    return neighbours;
  }

  private static byte[] without(byte[] input, int at) {
    byte[] shorter = new byte[input.length - 1];
    System.arraycopy(input, 0, shorter, 0, at);
    System.arraycopy(input, at + 1, shorter, at, shorter.length - at);
    return shorter;
  }

  private static byte[] with(byte[] input, int at, byte value) {
    byte[] longer = new byte[input.length + 1];
    System.arraycopy(input, 0, longer, 0, at);
    longer[at] = value;
    System.arraycopy(input, at, longer, at + 1, input.length - at);
    return longer;
  }

  /** Other values than one: those next to it first, then of every sort, then the rest. */
  private static List<Byte> values(byte own, int count) {
    Set<Byte> values = new LinkedHashSet<>();
    values.add((byte) (own - 1));
    values.add((byte) (own + 1));
    for (int value : Probes.VALUES) {
      values.add((byte) value);
    }
    for (int value = 0; value < VALUES; value++) {
      values.add((byte) value);
    }
    values.remove(own);
    return values.stream().limit(count).toList();
  }
}
