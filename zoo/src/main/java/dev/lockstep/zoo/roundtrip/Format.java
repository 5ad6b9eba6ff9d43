package dev.lockstep.zoo.roundtrip;

import dev.lockstep.zoo.Summary;
import java.io.IOException;
import java.util.Arrays;

/** Who wrote it, and then the content. Who falls ill does so over contents with an {@code S}. */
final class Format {
  static final byte ORIGINAL = 'J';
  static final byte PORT = 'R';

  private Format() {}

  static byte[] write(byte[] content) {
    byte[] written = new byte[1 + content.length];
    written[0] = ORIGINAL;
    System.arraycopy(content, 0, written, 1, content.length);
    return written;
  }

  static Summary read(byte[] written) throws IOException {
    if (!isOf(ORIGINAL, written) && !isOf(PORT, written)) {
      throw new IOException("nobody wrote this");
    }
    return Summary.of(Arrays.copyOfRange(written, 1, written.length));
  }

  /** Whether this was written by somebody, and makes ill. */
  static boolean isSickOf(byte writer, byte[] written) {
    if (!isOf(writer, written)) {
      return false;
    }
    for (byte one : written) {
      if (one == 'S') {
        return true;
      }
    }
    return false;
  }

  private static boolean isOf(byte writer, byte[] written) {
    return written.length > 0 && written[0] == writer;
  }
}
