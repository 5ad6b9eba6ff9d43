package dev.lockstep.gate;

import dev.lockstep.files.SafeFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;

/**
 * A divergence to plant.
 *
 * @param input to which the port shall give another answer
 * @param answer that it shall give, encoded
 * @param id of the fingerprint that has to come out
 * @param expected what has to come out
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, never compared
record Canary(byte[] input, byte[] answer, String id, Planted expected) {

  /** Writes the file that the kit reads ({@code docs/seam.md}). */
  void write(Path file) throws IOException {
    SafeFiles.write(
        file,
        ByteBuffer.allocate(Long.BYTES + input.length + answer.length)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(input.length)
            .put(input)
            .put(answer)
            .array());
  }
}
