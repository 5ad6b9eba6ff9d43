package dev.lockstep.targets.snappy;

/** What is not to be tried, found without either library. The port has the same. */
final class Preflight {
  /** Sixteen times what a chunk may hold. */
  private static final long DECLARED_BYTES_MAX = 1 << 20;

  private static final int HEADER_BYTES = 4;
  private static final int CHECKSUM_BYTES = 4;
  private static final int VARINT_BYTES_MAX = 5;

  private Preflight() {}

  /**
   * Whether a chunk of compressed data says that it holds more than 1 MiB: a reader may take that
   * much memory before it sees that it does not.
   */
  static boolean declaresTooMuch(byte[] stream) {
    int at = 0;
    while (at + HEADER_BYTES <= stream.length) {
      int start = at + HEADER_BYTES;
      if (stream[at] == 0 && declared(stream, start + CHECKSUM_BYTES) > DECLARED_BYTES_MAX) {
        return true;
      }
      at =
          start
              + (stream[at + 1] & 0xff)
              + ((stream[at + 2] & 0xff) << 8)
              + ((stream[at + 3] & 0xff) << 16);
    }
    return false;
  }

  /** The varint at an offset, as far as it is there. */
  private static long declared(byte[] stream, int offset) {
    long value = 0;
    for (int i = 0; i < VARINT_BYTES_MAX && offset + i < stream.length; i++) {
      value |= (stream[offset + i] & 0x7fL) << (7 * i);
      if (stream[offset + i] >= 0) {
        break;
      }
    }
    return value;
  }
}
