package dev.lockstep.targets.tar;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * The charset in which the library reads names: ASCII, and each other byte as a lone surrogate. So
 * the bytes of a name can be told again, and from those of a pax header, which the library always
 * reads as UTF-8.
 */
final class RawBytes extends Charset {
  static final String NAME = "x-lockstep-raw-bytes";

  private static final char BASE = '\udc00';

  RawBytes() {
    super(NAME, new String[0]);
  }

  /** The bytes of a name: those that were read with this charset as they were, others as UTF-8. */
  static byte[] of(String name) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int start = 0;
    for (int i = 0; i < name.length(); i++) {
      if (isRaw(name, i)) {
        bytes.writeBytes(name.substring(start, i).getBytes(StandardCharsets.UTF_8));
        bytes.write(name.charAt(i) - BASE);
        start = i + 1;
      }
    }
    bytes.writeBytes(name.substring(start).getBytes(StandardCharsets.UTF_8));
    return bytes.toByteArray();
  }

  private static boolean isRaw(String name, int index) {
    boolean followsHigh = index > 0 && Character.isHighSurrogate(name.charAt(index - 1));
    return Character.isLowSurrogate(name.charAt(index)) && !followsHigh;
  }

  @Override
  public boolean contains(Charset other) {
    return other.equals(StandardCharsets.US_ASCII) || other.equals(this);
  }

  @Override
  public CharsetDecoder newDecoder() {
    return new CharsetDecoder(this, 1, 1) {
      @Override
      protected CoderResult decodeLoop(ByteBuffer in, CharBuffer out) {
        while (in.hasRemaining()) {
          if (!out.hasRemaining()) {
            return CoderResult.OVERFLOW;
          }
          byte next = in.get();
          out.put(next >= 0 ? (char) next : (char) (BASE + Byte.toUnsignedInt(next)));
        }
        return CoderResult.UNDERFLOW;
      }
    };
  }

  @Override
  public CharsetEncoder newEncoder() {
    throw new UnsupportedOperationException("archives are read here, and never written");
  }

  @Override
  public boolean canEncode() {
    return false;
  }
}
