package dev.lockstep.targets.inflate.ledger;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** How zlib, in the JDK, ends the stream of an input. */
final class Reading {
  private static final int ZLIB = 0x01;
  private static final int CONTENT = 0x02;
  private static final int OUTPUT_BYTES_MAX = 40_000;

  private Reading() {}

  /** Whether an input is a stream, and not content to be written. */
  static boolean isStream(byte[] input) {
    return input.length > 0 && (input[0] & CONTENT) == 0;
  }

  static boolean isZlib(byte[] input) {
    return (input[0] & ZLIB) != 0;
  }

  /**
   * What is wrong with the stream, in zlib's words; {@code cut off} if it has no end, and empty if
   * it has, or is longer than anything that is looked at.
   */
  static String fault(byte[] input) {
    Inflater inflater = new Inflater(!isZlib(input));
    try {
      inflater.setInput(input, 1, input.length - 1);
      int written = inflater.inflate(new byte[OUTPUT_BYTES_MAX]);
      return inflater.finished() || inflater.needsDictionary() || written == OUTPUT_BYTES_MAX
          ? ""
          : "cut off";
    } catch (DataFormatException e) {
      return String.valueOf(e.getMessage());
    } finally {
      inflater.end();
    }
  }
}
