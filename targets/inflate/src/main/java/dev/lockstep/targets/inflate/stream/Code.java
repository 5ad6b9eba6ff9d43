package dev.lockstep.targets.inflate.stream;

import java.util.Arrays;

/** A Huffman code by the lengths of its symbols (RFC 1951, 3.2.2), complete or not. */
final class Code {
  static final Code FIXED_LITERALS = new Code(fixedLiterals());
  static final Code FIXED_DISTANCES = new Code(filled(30, 5));

  private static final int BITS_MAX = 15;

  private final int[] lengths;
  private final int[] codes;

  Code(int[] lengths) {
    this.lengths = lengths.clone();
    codes = new int[lengths.length];
    int code = 0;
    for (int bits = 1; bits <= BITS_MAX; bits++) {
      code <<= 1;
      for (int symbol = 0; symbol < lengths.length; symbol++) {
        if (lengths[symbol] == bits) {
          codes[symbol] = code;
          code++;
        }
      }
    }
  }

  /** Writes a symbol, if the code has it. */
  void write(BitWriter to, int symbol) {
    if (has(symbol)) {
      to.code(codes[symbol], lengths[symbol]);
    }
  }

  boolean has(int symbol) {
    return symbol < lengths.length && lengths[symbol] > 0;
  }

  int[] lengths() {
    return lengths.clone();
  }

  private static int[] fixedLiterals() {
    int[] lengths = new int[288];
    Arrays.fill(lengths, 0, 144, 8);
    Arrays.fill(lengths, 144, 256, 9);
    Arrays.fill(lengths, 256, 280, 7);
    Arrays.fill(lengths, 280, 288, 8);
    return lengths;
  }

  private static int[] filled(int count, int value) {
    int[] filled = new int[count];
    Arrays.fill(filled, value);
    return filled;
  }
}
