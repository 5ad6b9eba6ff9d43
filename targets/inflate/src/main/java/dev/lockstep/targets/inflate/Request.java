package dev.lockstep.targets.inflate;

import java.util.Arrays;
import java.util.zip.Deflater;

/**
 * What an input asks for: its first byte says what to do with the others. The port has the same.
 *
 * @param control the first byte, 0 if there is none
 * @param body all others
 */
@SuppressWarnings("ArrayRecordComponent") // the body is not compared
record Request(int control, byte[] body) {
  private static final int ZLIB = 0x01;
  private static final int CONTENT = 0x02;
  private static final int LEVELS = 10;
  private static final int[] INPUT_PIECES = {Integer.MAX_VALUE, 1, 2, 3, 5, 16, 64, 300};
  private static final int[] OUTPUT_PIECES = {Integer.MAX_VALUE, 1, 2, 7, 100, 258, 300, 4096};
  private static final int[] TIMES = {1, 2, 5, 39};

  static Request of(byte[] input) {
    return input.length == 0
        ? new Request(0, input)
        : new Request(input[0] & 0xff, Arrays.copyOfRange(input, 1, input.length));
  }

  /** Whether streams have the wrapper of RFC 1950. */
  boolean isZlib() {
    return (control & ZLIB) != 0;
  }

  /** Whether the body is content to be written, and not a stream. */
  boolean isContent() {
    return (control & CONTENT) != 0;
  }

  int inputPieceBytes() {
    return INPUT_PIECES[control >> 2 & 7];
  }

  int outputPieceBytes() {
    return OUTPUT_PIECES[control >> 5];
  }

  /** 0 to 9. */
  int level() {
    return effort() % LEVELS;
  }

  /**
   * Of the JDK's writer, by which there are more than ten ways to write; the crate has no such
   * choice.
   */
  int strategy() {
    return effort() < LEVELS ? Deflater.DEFAULT_STRATEGY : 1 + effort() % Deflater.HUFFMAN_ONLY;
  }

  private int effort() {
    return control >> 2 & 15;
  }

  /** The input that asks to read what this one asked to write, all at once. */
  byte[] toBeRead(byte[] stream) {
    byte[] input = new byte[1 + stream.length];
    input[0] = (byte) (control & ZLIB);
    System.arraycopy(stream, 0, input, 1, stream.length);
    return input;
  }

  /** The body, several times over if the first byte says so. */
  byte[] content() {
    int times = TIMES[control >> 6];
    byte[] content = new byte[body.length * times];
    for (int i = 0; i < times; i++) {
      System.arraycopy(body, 0, content, i * body.length, body.length);
    }
    return content;
  }
}
