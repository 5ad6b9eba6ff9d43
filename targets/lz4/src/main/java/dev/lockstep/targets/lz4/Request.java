package dev.lockstep.targets.lz4;

import java.util.Arrays;

/**
 * What an input asks for: its first byte says what to do with the others. The port has the same.
 *
 * @param control the first byte, 0 if there is none
 * @param body all others
 */
@SuppressWarnings("ArrayRecordComponent") // the body is not compared
record Request(int control, byte[] body) {
  private static final int CONTENT = 0x01;
  private static final int[] TIMES = {1, 2, 5, 39};

  static Request of(byte[] input) {
    return input.length == 0
        ? new Request(0, input)
        : new Request(input[0] & 0xff, Arrays.copyOfRange(input, 1, input.length));
  }

  /** The input that asks to read a block. */
  static byte[] toBeRead(byte[] block) {
    byte[] input = new byte[1 + block.length];
    System.arraycopy(block, 0, input, 1, block.length);
    return input;
  }

  /** Whether the body is content to be written, and not a block. */
  boolean isContent() {
    return (control & CONTENT) != 0;
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
