package dev.lockstep.cbor;

import java.util.Arrays;

/** Pieces that are encoded once and written often. */
final class Encoded {
  private Encoded() {}

  static byte[] text(String text) {
    Output output = new Output();
    output.text(text);
    return Arrays.copyOf(output.bytes(), output.length());
  }
}
