package dev.lockstep.shrink;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Leaves bytes out behind a number that counts them, and lowers the number by as many. Whether a
 * number is a length nobody says: any that could be one is tried.
 */
final class LengthFields {
  /** Up to this length every place behind every number is tried. */
  private static final int THOROUGH_BYTES_MAX = 64;

  private LengthFields() {}

  /** How a length is written. */
  private enum Form {
    BYTE(1, ByteOrder.BIG_ENDIAN),
    BIG_ENDIAN_16(2, ByteOrder.BIG_ENDIAN),
    LITTLE_ENDIAN_16(2, ByteOrder.LITTLE_ENDIAN),
    BIG_ENDIAN_32(4, ByteOrder.BIG_ENDIAN),
    LITTLE_ENDIAN_32(4, ByteOrder.LITTLE_ENDIAN),
    DECIMAL(0, ByteOrder.BIG_ENDIAN);

    private static final int DIGITS_MAX = 9;

    /** In bytes; 0 for as many digits as there are. */
    private final int width;

    private final ByteOrder order;

    Form(int width, ByteOrder order) {
      this.width = width;
      this.order = order;
    }

    /** The number at a place, if it can be the length of something in {@code bytes}. */
    Optional<Field> read(byte[] bytes, int at) {
      int end = at + (this == DECIMAL ? digits(bytes, at) : width);
      if (end == at || end > bytes.length) {
        return Optional.empty();
      }
      byte[] written = Arrays.copyOfRange(bytes, at, end);
      long value =
          switch (width) {
            case 0 -> Long.parseLong(new String(written, StandardCharsets.US_ASCII));
            case 1 -> written[0] & 0xFF;
            case 2 -> ByteBuffer.wrap(written).order(order).getShort() & 0xFFFF;
            default -> ByteBuffer.wrap(written).order(order).getInt();
          };
      return value > 0 && value <= bytes.length
          ? Optional.of(new Field(this, at, (int) value, written))
          : Optional.empty();
    }

    byte[] write(int value) {
      return switch (width) {
        case 0 -> Integer.toString(value).getBytes(StandardCharsets.US_ASCII);
        case 1 -> new byte[] {(byte) value};
        case 2 -> ByteBuffer.allocate(2).order(order).putShort((short) value).array();
        default -> ByteBuffer.allocate(4).order(order).putInt(value).array();
      };
    }

    /** How many digits there are, if the first of them is at the place. */
    private static int digits(byte[] bytes, int at) {
      int count = 0;
      while (at + count < bytes.length && count < DIGITS_MAX && isDigit(bytes[at + count])) {
        count++;
      }
      return at > 0 && isDigit(bytes[at - 1]) ? 0 : count;
    }

    private static boolean isDigit(byte value) {
      return value >= '0' && value <= '9';
    }
  }

  /** A number that may be a length. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Field(Form form, int at, int value, byte[] written) {

    int end() {
      return at + written.length;
    }

    /** {@code bytes} without some behind the field, and with the field less by as many. */
    byte[] without(byte[] bytes, int start, int count, boolean everywhere) {
      byte[] lower = form.write(value - count);
      byte[] shorter = Deletion.without(bytes, start, start + count);
      ByteArrayOutputStream out = new ByteArrayOutputStream(shorter.length);
      int i = 0;
      while (i < shorter.length) {
        if (i == at || (everywhere && isWrittenAt(shorter, i))) {
          out.writeBytes(lower);
          i += written.length;
        } else {
          out.write(shorter[i++]);
        }
      }
      return out.toByteArray();
    }

    private boolean isWrittenAt(byte[] bytes, int i) {
      return i + written.length <= bytes.length
          && Arrays.equals(bytes, i, i + written.length, written, 0, written.length);
    }
  }

  /** Tries every number in the input. */
  static void lower(Search search) {
    for (Form form : Form.values()) {
      for (int at = 0; at < search.length() && !search.exhausted(); at++) {
        // A length may stand twice: then both go down together.
        for (boolean everywhere : new boolean[] {false, true}) {
          Optional<Field> field = form.read(search.best(), at);
          if (field.isPresent()
              && (search.length() <= THOROUGH_BYTES_MAX
                  || probe(search, field.get(), everywhere))) {
            shorten(search, form, at, everywhere);
          }
        }
      }
    }
  }

  /** Tries the likeliest places only. */
  private static boolean probe(Search search, Field field, boolean everywhere) {
    for (int count : new int[] {field.value, field.value / 2, 1}) {
      int blockEnd = Math.min(field.end() + field.value, search.length());
      for (int start : new int[] {field.end(), blockEnd - count, search.length() - count}) {
        if (count > 0 && offer(search, field, start, count, everywhere)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Leaves out all that can go behind the number at a place, long runs first. */
  private static void shorten(Search search, Form form, int at, boolean everywhere) {
    for (int count = search.length(); count >= 1; count = count / 2) {
      int start = at;
      Optional<Field> field = form.read(search.best(), at);
      while (field.isPresent() && start + count <= search.length() && !search.exhausted()) {
        if (offer(search, field.get(), start, count, everywhere)) {
          field = form.read(search.best(), at);
        } else {
          start += Deletion.step(count);
        }
      }
    }
  }

  private static boolean offer(
      Search search, Field field, int start, int count, boolean everywhere) {
    return start >= field.end()
        && count <= field.value
        && start + count <= search.length()
        && search.offer(field.without(search.best(), start, count, everywhere));
  }
}
