package dev.lockstep.targets.snappy.stream;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.util.zip.CRC32C;

/**
 * Writes a stream chunk by chunk, as the <a
 * href="https://github.com/google/snappy/blob/main/framing_format.txt">framing format</a> has it.
 * It lets mistakes pass: a stream may begin with any chunk.
 */
public final class FrameWriter {
  public static final int COMPRESSED = 0x00;
  public static final int UNCOMPRESSED = 0x01;
  public static final int PADDING = 0xfe;
  public static final int IDENTIFIER = 0xff;

  private static final int MASK_ROTATION = 17;
  private static final int MASK_DELTA = 0xa282ead8;

  private final ByteArrayOutputStream stream = new ByteArrayOutputStream();

  /** The chunk that a stream begins with. */
  public FrameWriter identifier() {
    return chunk(IDENTIFIER, "sNaPpY".getBytes(US_ASCII));
  }

  /** A chunk of compressed data with its checksum (4.2). */
  public FrameWriter compressed(BlockWriter block) {
    return checked(COMPRESSED, block.output(), block.toBytes());
  }

  /** A chunk of content as it is, with its checksum (4.3). */
  public FrameWriter uncompressed(byte... content) {
    return checked(UNCOMPRESSED, content, content);
  }

  /** Any chunk. */
  public FrameWriter chunk(int type, byte... data) {
    stream.write(type);
    BlockWriter.number(stream, data.length, 3);
    stream.writeBytes(data);
    return this;
  }

  /** The stream. */
  public byte[] toBytes() {
    return stream.toByteArray();
  }

  private FrameWriter checked(int type, byte[] content, byte[] data) {
    CRC32C checksum = new CRC32C();
    checksum.update(content);
    int masked = Integer.rotateLeft((int) checksum.getValue(), MASK_ROTATION) + MASK_DELTA;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    BlockWriter.number(bytes, masked, 4);
    bytes.writeBytes(data);
    return chunk(type, bytes.toByteArray());
  }
}
