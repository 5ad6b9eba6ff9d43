package dev.lockstep.targets.lz4;

import io.airlift.compress.lz4.Lz4Compressor;
import java.util.Arrays;

/** Writes blocks with aircompressor. */
final class Writer {
  private Writer() {}

  /** Writes content as one block. */
  static byte[] write(byte[] content) {
    Lz4Compressor compressor = new Lz4Compressor();
    byte[] block = new byte[compressor.maxCompressedLength(content.length)];
    int length = compressor.compress(content, 0, content.length, block, 0, block.length);
    return Arrays.copyOf(block, length);
  }
}
