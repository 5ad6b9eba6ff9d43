package dev.lockstep.targets.snappy.stream;

import java.util.Random;

/** Makes what is right wrong, now and then. */
final class Mistake {
  private Mistake() {}

  /** The same bytes, in one of eight cases with a bit turned in them. */
  static byte[] maybe(Random random, byte[] bytes) {
    if (random.nextInt(8) == 0) {
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
    }
    return bytes;
  }
}
