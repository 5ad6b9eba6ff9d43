package dev.lockstep.gate;

import dev.lockstep.files.SafeFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;

/**
 * A divergence to plant.
 *
 * @param input on which it has to show
 * @param asked to which the port shall give another answer: the input, or what the original writes
 *     of it
 * @param answer that it shall give, encoded
 * @param id of the fingerprint that has to come out
 * @param expected what has to come out
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, never compared
record Canary(byte[] input, byte[] asked, byte[] answer, String id, Planted expected) {

  /** Writes the file that the kit reads ({@code docs/seam.md}). */
  void write(Path file) throws IOException {
    SafeFiles.write(
        file,
        ByteBuffer.allocate(Long.BYTES + asked.length + answer.length)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(asked.length)
            .put(asked)
            .put(answer)
            .array());
  }
}
