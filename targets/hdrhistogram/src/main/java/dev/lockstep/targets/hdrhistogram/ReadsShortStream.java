package dev.lockstep.targets.hdrhistogram;

import java.nio.ByteBuffer;
import java.util.function.Predicate;

/** Whether a compressed histogram is read that announces more bytes than there are. */
public final class ReadsShortStream implements Predicate<byte[]> {
  @Override
  public boolean test(byte[] input) {
    return Does.any(
        input,
        operation ->
            operation instanceof Operation.ReadDeflated(byte[] written)
                && written.length >= Format.OUTER_BYTES
                && Integer.toUnsignedLong(ByteBuffer.wrap(written).getInt(4))
                    > written.length - Format.OUTER_BYTES);
  }
}
