package dev.lockstep.targets.tar.format;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** One block of 512 bytes in front of a member, as POSIX (ustar) and GNU tar lay it out. */
public final class Header {
  /** The length of every block. */
  public static final int BYTES = 512;

  /** Blanks where the checksum itself stands. */
  private static final int BLANKS = 8 * ' ';

  private final byte[] bytes;

  private Header(byte[] bytes) {
    this.bytes = bytes;
  }

  /** A header of zeros, with a type. */
  public static Header of(char type) {
    Header header = new Header(new byte[BYTES]);
    header.bytes[Field.TYPE.offset()] = (byte) type;
    return header
        .octal(Field.MODE, 0644)
        .octal(Field.UID, 0)
        .octal(Field.GID, 0)
        .octal(Field.SIZE, 0)
        .octal(Field.MTIME, 0);
  }

  /** The header in these bytes, which are copied. */
  public static Header at(byte[] archive, int offset) {
    return new Header(Arrays.copyOfRange(archive, offset, offset + BYTES));
  }

  /** As POSIX.1-1988 has it, since when there are names of users. */
  public Header ustar() {
    return raw(Field.MAGIC, text("ustar\0")).raw(Field.VERSION, text("00"));
  }

  /** As GNU tar marks its own. */
  public Header gnu() {
    return raw(Field.MAGIC, text("ustar ")).raw(Field.VERSION, text(" \0"));
  }

  /** Writes bytes into a field, and zeros behind them. */
  public Header raw(Field field, byte[] value) {
    Arrays.fill(bytes, field.offset(), field.offset() + field.length(), (byte) 0);
    System.arraycopy(value, 0, bytes, field.offset(), Math.min(value.length, field.length()));
    return this;
  }

  /** Writes text into a field, and zeros behind it. */
  public Header text(Field field, String value) {
    return raw(field, text(value));
  }

  /** Writes a number in octal digits, zeros before them and one zero byte behind. */
  public Header octal(Field field, long value) {
    String digits = Long.toOctalString(value);
    int width = field.length() - 1;
    return text(field, "0".repeat(Math.max(0, width - digits.length())) + digits);
  }

  /** Writes a number in base 256, of which the first byte says that it is. */
  public Header base256(Field field, long value) {
    byte[] number = new byte[field.length()];
    Arrays.fill(number, (byte) (value >> 63));
    for (int i = 0; i < Long.BYTES && i < number.length; i++) {
      number[number.length - 1 - i] = (byte) (value >> (8 * i));
    }
    number[0] = (byte) (value < 0 ? 0xff : (number[0] | 0x80));
    return raw(field, number);
  }

  /** Writes offset and length of one of four pieces of a sparse file. */
  public Header sparse(int index, long start, long length) {
    byte[] piece = text("%011o\0%011o\0".formatted(start, length));
    System.arraycopy(piece, 0, bytes, Field.SPARSE.offset() + index * piece.length, piece.length);
    return this;
  }

  /** The bytes of a field. */
  public byte[] get(Field field) {
    return Arrays.copyOfRange(bytes, field.offset(), field.offset() + field.length());
  }

  /** The type, as a character. */
  public char type() {
    return (char) Byte.toUnsignedInt(bytes[Field.TYPE.offset()]);
  }

  /** The number in a field, if it begins with octal digits, behind blanks perhaps; or -1. */
  public long number(Field field) {
    long number = 0;
    int count = 0;
    for (byte digit : get(field)) {
      if (digit == ' ' && count == 0) {
        continue;
      }
      if (digit < '0' || digit > '7') {
        break;
      }
      number = (number << 3) + digit - '0';
      count++;
    }
    return count == 0 ? -1 : number;
  }

  /** The block, with its checksum put right. */
  public byte[] bytes() {
    String digits = Long.toOctalString(sum(false));
    text(Field.CHECKSUM, "0".repeat(6 - digits.length()) + digits + "\0 ");
    return bytes.clone();
  }

  /** Whether the block says what its bytes sum up to, taken as unsigned or as signed. */
  public boolean isSumRight() {
    return saysSum(false) || saysSum(true);
  }

  /** Whether the sum is right as one of signed bytes, and not as one of unsigned. */
  public boolean isSumOnlyRightAsSigned() {
    return saysSum(true) && !saysSum(false);
  }

  /** Whether the sum is this one; one without digits is zero. */
  private boolean saysSum(boolean isSigned) {
    return Math.max(0, number(Field.CHECKSUM)) == sum(isSigned);
  }

  /** The sum of all bytes, with blanks in the place of the sum. */
  public long sum(boolean isSigned) {
    long sum = BLANKS;
    for (int i = 0; i < BYTES; i++) {
      if (!Field.CHECKSUM.holds(i)) {
        sum += isSigned ? bytes[i] : Byte.toUnsignedInt(bytes[i]);
      }
    }
    return sum;
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
