package dev.lockstep.targets.lz4.block;

import java.util.Random;

/** Makes blocks, most of them right, some with one mistake. */
public final class RandomBlock {
  private static final int SEQUENCES_MAX = 5;
  private static final int LITERALS_MAX = 30;
  private static final int MATCH_BYTES_MAX = 40;

  private RandomBlock() {}

  /** A block, and now and then one with a mistake in it. */
  public static byte[] next(Random random) {
    BlockWriter block = new BlockWriter();
    int sequences = random.nextInt(SEQUENCES_MAX);
    for (int i = 0; i < sequences; i++) {
      byte[] literals = literals(random, i == 0 ? 1 : 0);
      int reach = block.outputBytes() + literals.length;
      int distance = 1 + random.nextInt(random.nextBoolean() ? Math.min(reach, 10) : reach);
      int more = random.nextInt(random.nextInt(8) == 0 ? 1000 : MATCH_BYTES_MAX);
      block.sequence(literals, distance, BlockWriter.MATCH_BYTES_MIN + more);
    }
    byte[] bytes = block.end(literals(random, sequences == 0 ? 0 : 12));
    if (random.nextInt(8) == 0) {
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
    }
    return bytes;
  }

  private static byte[] literals(Random random, int least) {
    byte[] literals = new byte[least + random.nextInt(LITERALS_MAX)];
    random.nextBytes(literals);
    return literals;
  }
}
