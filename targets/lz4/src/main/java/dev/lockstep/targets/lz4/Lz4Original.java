package dev.lockstep.targets.lz4;

import dev.lockstep.Original;
import dev.lockstep.Rejections;
import dev.lockstep.Written;
import io.airlift.compress.MalformedInputException;
import io.airlift.compress.lz4.Lz4Decompressor;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads a block with {@link Lz4Decompressor} into outputs of several sizes, or writes content with
 * {@link io.airlift.compress.lz4.Lz4Compressor} for both sides to read: as the input's first byte
 * says.
 */
public final class Lz4Original implements Original {
  private static final Rejections REJECTIONS =
      Rejections.when(MalformedInputException.class, "malformed");

  /** Longer outputs are not looked at: more than the farthest distance, which is 65,535. */
  private static final int OUTPUT_BYTES_MAX = 70_000;

  /** Where input and output begin in their arrays: the library is given pieces of arrays. */
  private static final int OFFSET = 3;

  /**
   * A block that was read; each part is the output, or a rejection.
   *
   * @param roomy with more room than it needs
   * @param exact with just the room that it needs, if it was taken with more
   * @param buffer the same, into a buffer outside the heap
   * @param tooSmall with one byte less than it needs, if it needs any
   */
  record Block(
      @Nullable Object roomy,
      @Nullable Object exact,
      @Nullable Object buffer,
      @Nullable Object tooSmall) {}

  @Override
  public Object observe(byte[] input) {
    Request request = Request.of(input);
    if (request.isContent()) {
      return new Written(Request.toBeRead(Writer.write(request.content())));
    }
    byte[] block = request.body();
    Object roomy = REJECTIONS.part(() -> read(block, OUTPUT_BYTES_MAX));
    if (!(roomy instanceof byte[] output)) {
      return new Block(roomy, null, null, null);
    }
    int length = output.length;
    return new Block(
        roomy,
        REJECTIONS.part(() -> read(block, length)),
        REJECTIONS.part(() -> readBuffer(block, length)),
        length == 0 ? null : REJECTIONS.part(() -> read(block, length - 1)));
  }

  @Override
  public Rejections rejections() {
    return REJECTIONS;
  }

  /** The output, or the number that is said to be its length if that is negative. */
  private static Object read(byte[] block, int room) {
    byte[] from = new byte[OFFSET + block.length];
    System.arraycopy(block, 0, from, OFFSET, block.length);
    byte[] to = new byte[OFFSET + room];
    int length = new Lz4Decompressor().decompress(from, OFFSET, block.length, to, OFFSET, room);
    return length < 0 ? length : Arrays.copyOfRange(to, OFFSET, OFFSET + length);
  }

  private static byte[] readBuffer(byte[] block, int room) {
    ByteBuffer from = ByteBuffer.allocateDirect(block.length).put(block).flip();
    ByteBuffer to = ByteBuffer.allocateDirect(room);
    new Lz4Decompressor().decompress(from, to);
    byte[] output = new byte[to.flip().remaining()];
    to.get(output);
    return output;
  }
}
