package dev.lockstep.targets.snappy.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A chunk of a framed stream.
 *
 * @param type its first byte
 * @param length how many bytes of data it says that it has
 * @param data those that are there
 */
@SuppressWarnings("ArrayRecordComponent") // chunks are not compared
record Chunk(int type, int length, byte[] data) {
  static final int UNCOMPRESSED = 0x01;
  static final int IDENTIFIER = 0xff;
  private static final int FIRST_SKIPPABLE = 0x80;
  private static final int FRAMED_OR_CONTENT = 0x03;
  private static final int FRAMED = 0x01;
  private static final int HEADER_BYTES = 4;

  /** The chunks of an input, none if it is no framed stream. */
  static List<Chunk> of(byte[] input) {
    List<Chunk> chunks = new ArrayList<>();
    if (input.length == 0 || (input[0] & FRAMED_OR_CONTENT) != FRAMED) {
      return chunks;
    }
    int at = 1;
    while (at + HEADER_BYTES <= input.length) {
      int start = at + HEADER_BYTES;
      int length =
          (input[at + 1] & 0xff) + ((input[at + 2] & 0xff) << 8) + ((input[at + 3] & 0xff) << 16);
      int end = Math.min(start + length, input.length);
      chunks.add(new Chunk(input[at] & 0xff, length, Arrays.copyOfRange(input, start, end)));
      at = end;
    }
    return chunks;
  }

  /** Whether a reader that knows nothing of it passes over it. */
  boolean isSkippable() {
    return type >= FIRST_SKIPPABLE;
  }

  boolean isCutOff() {
    return data.length < length;
  }
}
