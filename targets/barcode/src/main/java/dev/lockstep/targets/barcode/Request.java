package dev.lockstep.targets.barcode;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What an input asks for: its first byte is the kind, the second holds options. The port has the
 * same.
 *
 * @param kind an index into the list of kinds
 * @param options the second byte
 * @param body all others
 */
@SuppressWarnings("ArrayRecordComponent") // the body is not compared
record Request(int kind, int options, byte[] body) {

  /** The first byte, of so many kinds, the second, and the body. */
  static Request of(byte[] input, int kinds) {
    return new Request(
        input.length > 0 ? (input[0] & 0xff) % kinds : 0,
        input.length > 1 ? input[1] & 0xff : 0,
        Arrays.copyOfRange(input, Math.min(2, input.length), input.length));
  }

  /** The option of a format that has some: the lowest three bits. */
  int option() {
    return options & 7;
  }

  /** The body as text. */
  String text() throws CharacterCodingException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
  }
}
