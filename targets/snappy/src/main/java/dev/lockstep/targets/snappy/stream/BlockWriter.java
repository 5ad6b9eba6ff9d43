package dev.lockstep.targets.snappy.stream;

import java.io.ByteArrayOutputStream;

/**
 * Writes a block element by element, as the <a
 * href="https://github.com/google/snappy/blob/main/format_description.txt">description of the
 * format</a> has it, and keeps what it stands for. It lets mistakes pass: offsets may reach too
 * far.
 */
public final class BlockWriter {
  private static final int LITERAL = 0;
  private static final int COPY_1 = 1;
  private static final int COPY_2 = 2;
  private static final int COPY_4 = 3;

  /** The longest literal whose length stands in its tag. */
  private static final int IN_TAG_MAX = 60;

  private final ByteArrayOutputStream elements = new ByteArrayOutputStream();
  private final ByteArrayOutputStream output = new ByteArrayOutputStream();

  /** A literal with its length in the fewest bytes. */
  public BlockWriter literal(byte... bytes) {
    int more = bytes.length - 1;
    return literal(bytes.length <= IN_TAG_MAX ? 0 : more < 1 << 8 ? 1 : 2, bytes);
  }

  /**
   * A literal.
   *
   * @param lengthBytes in how many bytes behind the tag its length stands, 0 to 4
   * @param bytes at least one
   */
  public BlockWriter literal(int lengthBytes, byte... bytes) {
    int more = bytes.length - 1;
    if (lengthBytes == 0) {
      elements.write((more << 2) | LITERAL);
    } else {
      elements.write(((IN_TAG_MAX + lengthBytes - 1) << 2) | LITERAL);
      number(elements, more, lengthBytes);
    }
    elements.writeBytes(bytes);
    output.writeBytes(bytes);
    return this;
  }

  /** A copy of 4 to 11 bytes from at most 2,047 bytes ago. */
  public BlockWriter copy1(int offset, int length) {
    elements.write(((offset >> 8) << 5) | ((length - 4) << 2) | COPY_1);
    elements.write(offset);
    return copied(offset, length);
  }

  /** A copy of 1 to 64 bytes from at most 65,535 bytes ago. */
  public BlockWriter copy2(int offset, int length) {
    elements.write(((length - 1) << 2) | COPY_2);
    number(elements, offset, 2);
    return copied(offset, length);
  }

  /** A copy of 1 to 64 bytes. */
  public BlockWriter copy4(int offset, int length) {
    elements.write(((length - 1) << 2) | COPY_4);
    number(elements, offset, 4);
    return copied(offset, length);
  }

  /** How many bytes the elements up to now stand for. */
  public int outputBytes() {
    return output.size();
  }

  /** What the elements up to now stand for. */
  public byte[] output() {
    return output.toByteArray();
  }

  /** The block. */
  public byte[] toBytes() {
    ByteArrayOutputStream block = new ByteArrayOutputStream();
    int rest = output.size();
    for (; rest >= 0x80; rest >>= 7) {
      block.write(rest | 0x80);
    }
    block.write(rest);
    block.writeBytes(elements.toByteArray());
    return block.toByteArray();
  }

  static void number(ByteArrayOutputStream to, int value, int bytes) {
    for (int i = 0; i < bytes; i++) {
      to.write(value >> (Byte.SIZE * i));
    }
  }

  private BlockWriter copied(int offset, int length) {
    for (int i = 0; i < length; i++) {
      byte[] before = output.toByteArray();
      int from = before.length - offset;
      output.write(from < 0 ? 0 : before[from]);
    }
    return this;
  }
}
