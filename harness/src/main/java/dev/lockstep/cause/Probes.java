package dev.lockstep.cause;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What is put where a gap may be: single bytes of every sort, and longer ones made of them. */
final class Probes {
  private static final long SEED = 1;
  private static final int LONGER = 24;
  private static final int LONGER_BYTES_MAX = 12;
  private static final int PRINTABLE_FIRST = ' ';
  private static final int PRINTABLE_COUNT = 95;
  private static final int VALUE_COUNT = 256;

  /** Bytes of every sort, none twice. */
  static final int[] VALUES = {
    'a', '0', ' ', 0x00, 'z', '9', 0xff, '_', 'A', '1', '\n', 0x80, '-', 'Z', 0x7f, '.', 'e', '5',
    0x01, '(', 'k', '/', 0xc3, ','
  };

  /** All probes; the same in every run. */
  static final List<byte[]> ALL = all();

  private Probes() {}

  private static List<byte[]> all() {
    List<byte[]> probes = new ArrayList<>();
    for (int value : VALUES) {
      probes.add(new byte[] {(byte) value});
    }
    // The algorithm of java.util.Random is specified: the same numbers on every machine.
    Random random = new Random(SEED);
    for (int i = 0; i < LONGER; i++) {
      byte[] probe = new byte[2 + random.nextInt(LONGER_BYTES_MAX - 1)];
      for (int at = 0; at < probe.length; at++) {
        probe[at] =
            (byte)
                (i % 3 == 0
                    ? random.nextInt(VALUE_COUNT)
                    : PRINTABLE_FIRST + random.nextInt(PRINTABLE_COUNT));
      }
      probes.add(probe);
    }
    return List.copyOf(probes);
  }

  static byte[] join(byte[] first, byte[] second) {
    byte[] both = new byte[first.length + second.length];
    System.arraycopy(first, 0, both, 0, first.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
