package dev.lockstep.targets.roaring.format;

import dev.lockstep.operations.Programs;
import dev.lockstep.targets.roaring.Operation;
import java.io.ByteArrayOutputStream;
import java.util.List;

/**
 * An input of the target: two bitmaps, and what is done with them.
 *
 * @param first the bitmap that is changed
 * @param second the other
 * @param program in order
 */
public record Input(Bitmap first, Bitmap second, List<Operation> program) {
  /** Writes it. */
  public byte[] toBytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(first.toBytes());
    bytes.writeBytes(second.toBytes());
    bytes.writeBytes(Programs.of(Operation.class).encode(program));
    return bytes.toByteArray();
  }
}
