package dev.lockstep.targets.roaring.format;

import java.io.ByteArrayOutputStream;
import java.util.List;

/**
 * An input of the target: two bitmaps, and what is done with them.
 *
 * @param first the bitmap that is changed
 * @param second the other
 * @param steps in order
 */
public record Input(Bitmap first, Bitmap second, List<Step> steps) {
  /** Writes it. */
  public byte[] toBytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(first.toBytes());
    bytes.writeBytes(second.toBytes());
    steps.forEach(step -> bytes.writeBytes(step.toBytes()));
    return bytes.toByteArray();
  }
}
