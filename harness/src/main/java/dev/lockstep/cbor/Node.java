package dev.lockstep.cbor;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * A decoded observation.
 *
 * <p>Two nodes are equal if they are encoded to the same bytes with all details: so every NaN
 * equals every other, {@code -0.0} differs from {@code 0.0}, and {@code 1} from {@code 1.0}.
 */
public sealed interface Node {

  /** Nothing: Java's {@code null}, Rust's {@code None}. */
  record Null() implements Node {}

  /** True or false. */
  record Bool(boolean value) implements Node {}

  /**
   * An integer.
   *
   * @param value -2^63 to 2^64-1
   */
  record Int(BigInteger value) implements Node {
    /** Checks the range. */
    public Int {
      if (value.bitLength() > (value.signum() < 0 ? 63 : 64)) {
        throw new IllegalArgumentException("outside -2^63 .. 2^64-1: " + value);
      }
    }

    /** An integer that fits a {@code long}. */
    public static Int of(long value) {
      return new Int(BigInteger.valueOf(value));
    }
  }

  /** A float of any width. */
  @SuppressWarnings("AvoidCommonTypeNames") // The format's word for it; always written Node.Float.
  record Float(double value) implements Node {}

  /**
   * Text.
   *
   * @param value may hold lone surrogates
   */
  record Text(String value) implements Node {}

  /**
   * A byte string.
   *
   * @param value shared with whoever made the node, and not to be changed
   */
  @SuppressWarnings("ArrayRecordComponent") // Compared by content below.
  record Bytes(byte[] value) implements Node {
    @Override
    public boolean equals(Object other) {
      return other instanceof Bytes bytes && Arrays.equals(value, bytes.value);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(value);
    }

    @Override
    public String toString() {
      return "Bytes[value=" + HexFormat.of().formatHex(value) + "]";
    }
  }

  /** A list. */
  record Seq(List<Node> items) implements Node {
    /** Copies the list. */
    public Seq {
      items = List.copyOf(items);
    }
  }

  /**
   * A map, or the fields of a record.
   *
   * @param entries in the order in which they are written, if they were decoded; the order does not
   *     matter to equality
   */
  record Fields(SequencedMap<Node, Node> entries) implements Node {
    /** Copies the map. */
    public Fields {
      entries = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(entries));
    }

    /** The fields of {@code entries}, in its order of iteration. */
    public static Fields of(Map<Node, Node> entries) {
      return new Fields(new LinkedHashMap<>(entries));
    }
  }

  /**
   * A part that one side does not take.
   *
   * @param kind the target's word for it
   * @param detail for people, empty where the encoding was terse
   */
  record Rejected(String kind, String detail) implements Node {}

  /**
   * A part on which one side failed.
   *
   * @param kind {@code panic} or the exception's class
   * @param where {@code file:line}
   * @param message for people, empty where the encoding was terse
   */
  record Crashed(String kind, String where, String message) implements Node {}
}
