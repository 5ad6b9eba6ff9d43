package dev.lockstep.targets.lz4.block;

import java.io.ByteArrayOutputStream;

/**
 * Writes a block sequence by sequence, as the <a
 * href="https://github.com/lz4/lz4/blob/dev/doc/lz4_Block_format.md">description of the format</a>
 * has it. It lets mistakes pass: distances may reach too far, and a block may end anywhere.
 */
public final class BlockWriter {
  /** The shortest match, in bytes. */
  public static final int MATCH_BYTES_MIN = 4;

  private static final int IN_TOKEN_MAX = 15;
  private static final int BYTE_MAX = 255;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private int outputBytes;

  /**
   * Literals, then a match.
   *
   * @param distance how far the match begins before the output's end, 0 to 65,535
   * @param length of the match in bytes, {@link #MATCH_BYTES_MIN} or more
   */
  public BlockWriter sequence(byte[] literals, int distance, int length) {
    int more = length - MATCH_BYTES_MIN;
    literals(literals, Math.min(more, IN_TOKEN_MAX));
    bytes.write(distance);
    bytes.write(distance >> 8);
    lengthBytes(more);
    outputBytes += length;
    return this;
  }

  /** The last literals, of which there may be none. */
  public byte[] end(byte[] literals) {
    literals(literals, 0);
    return bytes.toByteArray();
  }

  /** How many bytes the sequences up to now stand for. */
  public int outputBytes() {
    return outputBytes;
  }

  private void literals(byte[] literals, int low) {
    bytes.write(Math.min(literals.length, IN_TOKEN_MAX) << 4 | low);
    lengthBytes(literals.length);
    bytes.writeBytes(literals);
    outputBytes += literals.length;
  }

  /** What of a length does not fit into the token. */
  private void lengthBytes(int length) {
    int rest = length - IN_TOKEN_MAX;
    if (rest < 0) {
      return;
    }
    for (; rest >= BYTE_MAX; rest -= BYTE_MAX) {
      bytes.write(BYTE_MAX);
    }
    bytes.write(rest);
  }
}
