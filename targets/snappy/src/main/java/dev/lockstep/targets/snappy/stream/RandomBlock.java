package dev.lockstep.targets.snappy.stream;

import java.util.Random;

/** Makes blocks, most of them right, some with one mistake. */
public final class RandomBlock {
  private static final int ELEMENTS_MAX = 5;
  private static final int LITERAL_BYTES_MAX = 70;

  private RandomBlock() {}

  /** A block, and now and then one with a mistake in it. */
  public static byte[] next(Random random) {
    return Mistake.maybe(random, writer(random).toBytes());
  }

  /** A block that is right. */
  static BlockWriter writer(Random random) {
    BlockWriter block = new BlockWriter();
    int elements = random.nextInt(ELEMENTS_MAX);
    for (int i = 0; i < elements; i++) {
      int reach = block.outputBytes();
      int kind = reach == 0 ? 0 : random.nextInt(4);
      if (kind == 0) {
        literal(random, block);
        continue;
      }
      int offset = 1 + random.nextInt(random.nextBoolean() ? Math.min(reach, 10) : reach);
      switch (kind) {
        case 1 -> block.copy1(offset, 4 + random.nextInt(8));
        case 2 -> block.copy2(offset, 1 + random.nextInt(64));
        default -> block.copy4(offset, 1 + random.nextInt(64));
      }
    }
    return block;
  }

  private static void literal(Random random, BlockWriter block) {
    byte[] bytes = new byte[1 + random.nextInt(random.nextInt(4) == 0 ? LITERAL_BYTES_MAX : 12)];
    random.nextBytes(bytes);
    if (random.nextInt(4) == 0) {
      block.literal(1 + random.nextInt(4), bytes);
    } else {
      block.literal(bytes);
    }
  }
}
