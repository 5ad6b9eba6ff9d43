package dev.lockstep.cbor;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigInteger;
import java.nio.ByteOrder;
import java.util.Arrays;

/** A growing buffer that knows how single CBOR items are written, each in its shortest form. */
final class Output {
  private static final VarHandle SHORT =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private static final int HEAD_BYTES_MAX = 9;
  private static final int LENGTH_MAX = Integer.MAX_VALUE - 16;

  private byte[] bytes = new byte[1024];
  private int length;

  void reset() {
    length = 0;
  }

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  /**
   * Writes the head of an item.
   *
   * @param major 0 to 7
   * @param argument unsigned
   */
  void head(int major, long argument) {
    reserve(HEAD_BYTES_MAX);
    int type = major << 5;
    if (argument >>> 32 != 0) {
      bytes[length] = (byte) (type | 27);
      LONG.set(bytes, length + 1, argument);
      length += 9;
    } else if (argument < 24) {
      bytes[length++] = (byte) (type | argument);
    } else if (argument < 0x100) {
      bytes[length] = (byte) (type | 24);
      bytes[length + 1] = (byte) argument;
      length += 2;
    } else if (argument < 0x1_0000) {
      bytes[length] = (byte) (type | 25);
      SHORT.set(bytes, length + 1, (short) argument);
      length += 3;
    } else {
      bytes[length] = (byte) (type | 26);
      INT.set(bytes, length + 1, (int) argument);
      length += 5;
    }
  }

  void nothing() {
    octet(Wire.NULL);
  }

  void bool(boolean value) {
    octet(value ? Wire.TRUE : Wire.FALSE);
  }

  void integer(long value) {
    if (value >= 0) {
      head(Wire.UNSIGNED, value);
    } else {
      head(Wire.NEGATIVE, ~value);
    }
  }

  void integer(BigInteger value) {
    int bits = value.bitLength();
    if (bits < Long.SIZE) {
      integer(value.longValue());
    } else if (bits == Long.SIZE && value.signum() > 0) {
      head(Wire.UNSIGNED, value.longValue());
    } else {
      throw new Unencodable("an integer of " + bits + " bits is outside -2^63 .. 2^64-1");
    }
  }

  void floating(double value) {
    reserve(HEAD_BYTES_MAX);
    float single = (float) value;
    if (single != value) {
      if (Double.isNaN(value)) {
        float16(Wire.NAN16);
      } else {
        bytes[length] = (byte) Wire.FLOAT64;
        LONG.set(bytes, length + 1, Double.doubleToRawLongBits(value));
        length += 9;
      }
      return;
    }
    short half = Float.floatToFloat16(single);
    if (Float.float16ToFloat(half) == single) {
      float16(half);
    } else {
      bytes[length] = (byte) Wire.FLOAT32;
      INT.set(bytes, length + 1, Float.floatToRawIntBits(single));
      length += 5;
    }
  }

  private void float16(short bits) {
    bytes[length] = (byte) Wire.FLOAT16;
    SHORT.set(bytes, length + 1, bits);
    length += 3;
  }

  void byteString(byte[] value) {
    head(Wire.BYTES, value.length);
    raw(value);
  }

  /** Writes text; text with a lone surrogate becomes tag 273 by itself. */
  void text(String value) {
    int chars = value.length();
    int start = length;
    head(Wire.TEXT, chars);
    reserve(chars);
    byte[] to = bytes;
    int at = length;
    for (int i = 0; i < chars; i++) {
      char c = value.charAt(i);
      if (c >= 0x80) {
        length = start;
        wideText(value);
        return;
      }
      to[at + i] = (byte) c;
    }
    length = at + chars;
  }

  private void wideText(String value) {
    long size = Wtf8.size(value);
    if (Wtf8.hasLoneSurrogate(value)) {
      head(Wire.TAG, Wire.TAG_WTF8);
      head(Wire.BYTES, size);
    } else {
      head(Wire.TEXT, size);
    }
    reserve(size);
    length = Wtf8.write(value, bytes, length);
  }

  /** Copies bytes that are already encoded. */
  void raw(byte[] encoded) {
    reserve(encoded.length);
    System.arraycopy(encoded, 0, bytes, length, encoded.length);
    length += encoded.length;
  }

  private void octet(int value) {
    reserve(1);
    bytes[length++] = (byte) value;
  }

  private void reserve(long more) {
    if (bytes.length - length < more) {
      grow(length + more);
    }
  }

  private void grow(long needed) {
    if (needed > LENGTH_MAX) {
      throw new Unencodable("the observation is larger than " + LENGTH_MAX + " bytes");
    }
    bytes = Arrays.copyOf(bytes, (int) Math.min(LENGTH_MAX, Math.max(needed, 2L * bytes.length)));
  }
}
