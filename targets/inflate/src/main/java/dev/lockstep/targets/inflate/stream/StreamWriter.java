package dev.lockstep.targets.inflate.stream;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Adler32;

/**
 * Writes a stream block by block, and keeps what it stands for. It lets mistakes pass: symbols that
 * a code has not are left out, distances may reach too far.
 */
public final class StreamWriter {
  static final int END_OF_BLOCK = 256;

  private static final int[] LENGTH_BASE = {
    3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131,
    163, 195, 227, 258
  };
  private static final int[] LENGTH_EXTRA = {
    0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0
  };
  private static final int[] DISTANCE_BASE = {
    1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049,
    3073, 4097, 6145, 8193, 12289, 16385, 24577
  };

  /** In which order the lengths of the code for code lengths are written (RFC 1951, 3.2.7). */
  private static final int[] CODE_LENGTH_ORDER = {
    16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15
  };

  private final BitWriter bits = new BitWriter();
  private final ByteArrayOutputStream output = new ByteArrayOutputStream();

  /** Content as it is. */
  public StreamWriter stored(boolean isLast, byte[] content) {
    header(isLast, 0);
    bits.align();
    bits.number(content.length, 16);
    bits.number(~content.length, 16);
    for (byte octet : content) {
      bits.number(octet, Byte.SIZE);
    }
    output.writeBytes(content);
    return this;
  }

  /** A block with the fixed codes. */
  StreamWriter fixed(boolean isLast, Token... tokens) {
    header(isLast, 1);
    body(Code.FIXED_LITERALS, Code.FIXED_DISTANCES, List.of(tokens));
    return this;
  }

  /**
   * A block with codes of its own.
   *
   * @param literals 257 lengths or more
   * @param distances one length or more
   * @param lengths the code that the lengths are written in; it has all symbols that are needed
   * @param isPacked whether runs of a length are written as runs
   */
  StreamWriter dynamic(
      boolean isLast,
      Code literals,
      Code distances,
      Code lengths,
      boolean isPacked,
      List<Token> tokens) {
    header(isLast, 2);
    int[] ofLiterals = literals.lengths();
    int[] ofDistances = distances.lengths();
    bits.number(ofLiterals.length - 257, 5);
    bits.number(ofDistances.length - 1, 5);
    bits.number(CODE_LENGTH_ORDER.length - 4, 4);
    int[] ofLengths = lengths.lengths();
    for (int symbol : CODE_LENGTH_ORDER) {
      bits.number(ofLengths[symbol], 3);
    }
    List<Integer> all = new ArrayList<>();
    for (int length : ofLiterals) {
      all.add(length);
    }
    for (int length : ofDistances) {
      all.add(length);
    }
    codeLengths(all, lengths, isPacked);
    body(literals, distances, tokens);
    return this;
  }

  /** Any bits, as a mistake. */
  StreamWriter raw(int value, int count) {
    bits.number(value, count);
    return this;
  }

  /** The stream of RFC 1951. */
  public byte[] toBytes() {
    return bits.toBytes();
  }

  /** The same with the wrapper of RFC 1950. */
  public byte[] toZlib() {
    return zlib(0x789c);
  }

  /** The same with any two bytes for a header. */
  byte[] zlib(int header) {
    byte[] stream = toBytes();
    Adler32 sum = new Adler32();
    sum.update(output.toByteArray());
    return ByteBuffer.allocate(stream.length + 6)
        .putShort((short) header)
        .put(stream)
        .putInt((int) sum.getValue())
        .array();
  }

  /** How much output the stream stands for up to here. */
  int outputBytes() {
    return output.size();
  }

  private void header(boolean isLast, int type) {
    bits.number(isLast ? 1 : 0, 1);
    bits.number(type, 2);
  }

  private void body(Code literals, Code distances, List<Token> tokens) {
    for (Token token : tokens) {
      if (token.distance() == 0) {
        literals.write(bits, token.value());
        output.write(token.value());
      } else {
        int length = indexOf(LENGTH_BASE, token.value());
        literals.write(bits, 257 + length);
        bits.number(token.value() - LENGTH_BASE[length], LENGTH_EXTRA[length]);
        int distance = indexOf(DISTANCE_BASE, token.distance());
        distances.write(bits, distance);
        bits.number(token.distance() - DISTANCE_BASE[distance], Math.max(0, distance / 2 - 1));
        repeat(token);
      }
    }
    literals.write(bits, END_OF_BLOCK);
  }

  private void repeat(Token match) {
    for (int i = 0; i < match.value(); i++) {
      byte[] before = output.toByteArray();
      int from = before.length - match.distance();
      output.write(from < 0 ? 0 : before[from]);
    }
  }

  private void codeLengths(List<Integer> all, Code code, boolean isPacked) {
    int at = 0;
    while (at < all.size()) {
      int length = all.get(at);
      int run = 1;
      while (at + run < all.size() && all.get(at + run) == length) {
        run++;
      }
      if (isPacked && length == 0 && run >= 11) {
        run = Math.min(run, 138);
        code.write(bits, 18);
        bits.number(run - 11, 7);
      } else if (isPacked && length == 0 && run >= 3) {
        code.write(bits, 17);
        bits.number(run - 3, 3);
      } else if (isPacked && at > 0 && all.get(at - 1) == length && run >= 3) {
        run = Math.min(run, 6);
        code.write(bits, 16);
        bits.number(run - 3, 2);
      } else {
        run = 1;
        code.write(bits, length);
      }
      at += run;
    }
  }

  /** The index of the last base that is not above {@code value}. */
  private static int indexOf(int[] bases, int value) {
    int index = bases.length - 1;
    while (bases[index] > value) {
      index--;
    }
    return index;
  }
}
