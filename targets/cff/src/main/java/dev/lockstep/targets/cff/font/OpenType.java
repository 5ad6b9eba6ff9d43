package dev.lockstep.targets.cff.font;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Finds the font program in an OpenType file, so that files as they are can be compared. */
public final class OpenType {
  private static final byte[] VERSION = "OTTO".getBytes(StandardCharsets.US_ASCII);
  private static final int TAG = 0x43464620; // "CFF "

  private OpenType() {}

  /** The table {@code CFF} of an OpenType file; anything else as it is. */
  public static byte[] program(byte[] input) throws IllFormedException {
    if (input.length < VERSION.length
        || !Arrays.equals(input, 0, VERSION.length, VERSION, 0, VERSION.length)) {
      return input;
    }
    Reader reader = new Reader(input, VERSION.length);
    int tables = reader.number(2);
    reader.take(6);
    for (int i = 0; i < tables; i++) {
      int tag = reader.number(4);
      reader.take(4);
      int offset = reader.number(4);
      int length = reader.number(4);
      if (tag == TAG) {
        return new Reader(input, offset).take(length);
      }
    }
    throw IllFormedException.illFormed();
  }
}
