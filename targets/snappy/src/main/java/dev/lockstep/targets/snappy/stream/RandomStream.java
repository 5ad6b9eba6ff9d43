package dev.lockstep.targets.snappy.stream;

import java.util.Random;

/** Makes streams in the framing format, most of them right, some with one mistake. */
public final class RandomStream {
  private static final int CHUNKS_MAX = 4;
  private static final int DATA_BYTES_MAX = 16;

  private RandomStream() {}

  /** A stream, and now and then one with a mistake in it. */
  public static byte[] next(Random random) {
    FrameWriter stream = new FrameWriter();
    if (random.nextInt(16) != 0) {
      stream.identifier();
    }
    int chunks = random.nextInt(CHUNKS_MAX);
    for (int i = 0; i < chunks; i++) {
      switch (random.nextInt(6)) {
        case 0 -> stream.uncompressed(data(random));
        case 1 -> stream.chunk(FrameWriter.PADDING, data(random));
        case 2 -> stream.chunk(random.nextInt(256), data(random));
        case 3 -> stream.identifier();
        default -> stream.compressed(RandomBlock.writer(random));
      }
    }
    byte[] bytes = stream.toBytes();
    return bytes.length == 0 ? bytes : Mistake.maybe(random, bytes);
  }

  private static byte[] data(Random random) {
    byte[] data = new byte[random.nextInt(DATA_BYTES_MAX)];
    random.nextBytes(data);
    return data;
  }
}
