package dev.lockstep.cbor;

import dev.lockstep.cbor.Encoder.Detail;
import java.util.HexFormat;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** Encodes and decodes with bytes written in hexadecimal, so that tests read as tables. */
@NullMarked
final class Cbor {
  private Cbor() {}

  static String terse(@Nullable Object tree) {
    return hex(encode(tree, Detail.TERSE));
  }

  static String explained(@Nullable Object tree) {
    return hex(encode(tree, Detail.EXPLAINED));
  }

  static byte[] encode(@Nullable Object tree, Detail detail) {
    Encoder encoder = new Encoder();
    encoder.encode(tree, detail);
    return encoder.toByteArray();
  }

  static Node decode(String hex) {
    return decode(HexFormat.of().parseHex(hex));
  }

  static Node decode(byte[] bytes) {
    try {
      return Decoder.decode(bytes);
    } catch (MalformedCborException e) {
      throw new AssertionError(hex(bytes), e);
    }
  }

  static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
