package dev.lockstep.fonts.truetype.accepted;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The tables of a font, as both sides find them. Whatever is not there reads as zeros. */
public final class Tables {
  private static final int HEADER_BYTES = 12;
  private static final int RECORD_BYTES = 16;

  private final byte[] font;

  /** Of a font, or of anything. */
  public Tables(byte[] font) {
    this.font = font;
  }

  /** A table; without bytes if it is not there, or does not lie in the file. */
  public Table table(String tag) {
    byte[] name = tag.getBytes(StandardCharsets.US_ASCII);
    Table file = new Table(font);
    for (int i = 0; i < file.u16(4); i++) {
      int at = HEADER_BYTES + RECORD_BYTES * i;
      long start = file.u32(at + 8);
      long end = start + file.u32(at + 12);
      if (at + RECORD_BYTES <= font.length
          && Arrays.equals(font, at, at + 4, name, 0, 4)
          && end <= font.length) {
        return new Table(Arrays.copyOfRange(font, (int) start, (int) end));
      }
    }
    return new Table(new byte[0]);
  }

  /** Whether a table is the last thing in the file. */
  public boolean endsWith(String tag) {
    Table file = new Table(font);
    byte[] name = tag.getBytes(StandardCharsets.US_ASCII);
    for (int i = 0; i < file.u16(4); i++) {
      int at = HEADER_BYTES + RECORD_BYTES * i;
      if (at + RECORD_BYTES <= font.length
          && Arrays.equals(font, at, at + 4, name, 0, 4)
          && file.u32(at + 8) + file.u32(at + 12) == font.length) {
        return true;
      }
    }
    return false;
  }

  /** A table as numbers. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Table(byte[] bytes) {

    /** In bytes. */
    public int length() {
      return bytes.length;
    }

    /** An unsigned number of 16 bits; 0 where the table ends before it. */
    public int u16(long at) {
      return at < 0 || at > bytes.length - 2L
          ? 0
          : ByteBuffer.wrap(bytes).getShort((int) at) & 0xFFFF;
    }

    /** A signed number of 16 bits; 0 where the table ends before it. */
    public int i16(long at) {
      return (short) u16(at);
    }

    /** An unsigned number of 32 bits; 0 where the table ends before it. */
    public long u32(long at) {
      return ((long) u16(at) << 16) | u16(at + 2);
    }
  }
}
