package dev.lockstep.targets.snappy;

import java.util.Arrays;

/**
 * What an input asks for: its first byte says what to do with the others. The port has the same.
 *
 * @param control the first byte, 0 if there is none
 * @param body all others
 */
@SuppressWarnings("ArrayRecordComponent") // the body is not compared
record Request(int control, byte[] body) {
  private static final int FRAMED = 0x01;
  private static final int CONTENT = 0x02;
  private static final int[] PIECES = {4096, 1, 7, 300};
  private static final int[] TIMES = {1, 2, 5, 39};

  static Request of(byte[] input) {
    return input.length == 0
        ? new Request(0, input)
        : new Request(input[0] & 0xff, Arrays.copyOfRange(input, 1, input.length));
  }

  /** Whether it is about a stream in the framing format, and not about a block. */
  boolean isFramed() {
    return (control & FRAMED) != 0;
  }

  /** The input that asks to read what this one asked to write. */
  byte[] toBeRead(byte[] written) {
    byte[] input = new byte[1 + written.length];
    input[0] = (byte) (control & ~CONTENT);
    System.arraycopy(written, 0, input, 1, written.length);
    return input;
  }

  /** Whether the body is content to be written. */
  boolean isContent() {
    return (control & CONTENT) != 0;
  }

  /** How much of a framed stream's output is asked for at a time. */
  int pieceBytes() {
    return PIECES[control >> 4 & 3];
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
