package dev.lockstep.targets.snappy;

import io.airlift.compress.snappy.SnappyCompressor;
import io.airlift.compress.snappy.SnappyFramedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;

/** Writes blocks and streams with aircompressor. */
final class Writer {
  private Writer() {}

  /** Writes content as one block. */
  static byte[] write(byte[] content) {
    SnappyCompressor compressor = new SnappyCompressor();
    byte[] block = new byte[compressor.maxCompressedLength(content.length)];
    int length = compressor.compress(content, 0, content.length, block, 0, block.length);
    return Arrays.copyOf(block, length);
  }

  /** Writes content as a stream in the framing format. */
  static byte[] writeFramed(byte[] content) throws IOException {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    try (SnappyFramedOutputStream writer = new SnappyFramedOutputStream(stream)) {
      writer.write(content, 0, content.length);
    }
    return stream.toByteArray();
  }
}
