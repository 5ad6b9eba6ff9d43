package dev.lockstep.targets.inflate;

import java.io.ByteArrayOutputStream;
import java.util.zip.Deflater;

/** Writes streams with the JDK. */
final class Writer {
  private static final int BUFFER_BYTES = 4096;

  private Writer() {}

  /**
   * Writes content as one stream.
   *
   * @param level 0 to 9
   * @param strategy of {@link Deflater}
   */
  static byte[] write(byte[] content, boolean isZlib, int level, int strategy) {
    Deflater deflater = new Deflater(level, !isZlib);
    try {
      deflater.setStrategy(strategy);
      deflater.setInput(content);
      deflater.finish();
      ByteArrayOutputStream stream = new ByteArrayOutputStream();
      byte[] buffer = new byte[BUFFER_BYTES];
      while (!deflater.finished()) {
        stream.write(buffer, 0, deflater.deflate(buffer));
      }
      return stream.toByteArray();
    } finally {
      deflater.end();
    }
  }
}
