package dev.lockstep.targets.snappy;

import dev.lockstep.Original;
import dev.lockstep.Rejections;
import dev.lockstep.Written;
import io.airlift.compress.MalformedInputException;
import io.airlift.compress.snappy.SnappyDecompressor;
import io.airlift.compress.snappy.SnappyFramedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads a block with {@link SnappyDecompressor} or a framed stream with {@link
 * SnappyFramedInputStream}, or writes content for both sides to read: as the input's first byte
 * says.
 */
public final class SnappyOriginal implements Original {
  private static final Rejections REJECTIONS =
      Rejections.when(MalformedInputException.class, "malformed")
          .or(IOException.class, "malformed");

  /** Longer outputs of a block are not looked at. */
  private static final int OUTPUT_BYTES_MAX = 70_000;

  /** Where input and output begin in their arrays: the library is given pieces of arrays. */
  private static final int OFFSET = 3;

  /**
   * A block that was read.
   *
   * @param length what it says that it holds, in bytes
   * @param exact the output with just as much room, or {@code longer}, or a rejection
   * @param roomy the output with more room
   */
  record Block(@Nullable Object length, @Nullable Object exact, @Nullable Object roomy) {}

  /**
   * A framed stream that was read.
   *
   * @param output all of it, also what came before a fault
   * @param end {@code finished}, {@code not_tried}, or rejected
   */
  @SuppressWarnings("ArrayRecordComponent") // an observation is encoded, not compared
  record Stream(byte[] output, @Nullable Object end) {}

  @Override
  public Object observe(byte[] input) throws IOException {
    Request request = Request.of(input);
    if (request.isContent()) {
      byte[] content = request.content();
      return new Written(
          request.toBeRead(
              request.isFramed() ? Writer.writeFramed(content) : Writer.write(content)));
    }
    return request.isFramed() ? read(request.body(), request.pieceBytes()) : block(request.body());
  }

  @Override
  public Rejections rejections() {
    return REJECTIONS;
  }

  private static Block block(byte[] block) {
    byte[] from = new byte[OFFSET + block.length];
    System.arraycopy(block, 0, from, OFFSET, block.length);
    Object length = REJECTIONS.part(() -> SnappyDecompressor.getUncompressedLength(from, OFFSET));
    if (!(length instanceof Integer room)) {
      return new Block(length, null, null);
    }
    if (room > OUTPUT_BYTES_MAX) {
      return new Block(length, "longer", null);
    }
    return new Block(
        length,
        REJECTIONS.part(() -> read(from, OFFSET, room)),
        REJECTIONS.part(() -> read(from, OFFSET, OUTPUT_BYTES_MAX)));
  }

  private static byte[] read(byte[] from, int offset, int room) {
    byte[] to = new byte[OFFSET + room];
    int length =
        new SnappyDecompressor().decompress(from, offset, from.length - offset, to, OFFSET, room);
    return Arrays.copyOfRange(to, OFFSET, OFFSET + length);
  }

  private static Stream read(byte[] stream, int pieceBytes) {
    if (Preflight.declaresTooMuch(stream)) {
      return new Stream(new byte[0], "not_tried");
    }
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    Object end = REJECTIONS.part(() -> end(stream, new byte[pieceBytes], output));
    return new Stream(output.toByteArray(), end);
  }

  private static String end(byte[] stream, byte[] piece, ByteArrayOutputStream output)
      throws IOException {
    try (InputStream reader = new SnappyFramedInputStream(new ByteArrayInputStream(stream))) {
      int count = reader.read(piece, 0, piece.length);
      while (count >= 0) {
        output.write(piece, 0, count);
        count = reader.read(piece, 0, piece.length);
      }
      return "finished";
    }
  }
}
