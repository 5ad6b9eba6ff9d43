package dev.lockstep.targets.lz4;

import dev.lockstep.targets.lz4.block.RandomBlock;
import java.util.Random;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Generates blocks sequence by sequence, and contents to be written by both sides. */
public final class BlockGenerator implements Supplier<Arbitrary<byte[]>> {
  private static final int CONTENT_BYTES_MAX = 400;

  @Override
  public Arbitrary<byte[]> get() {
    return Arbitraries.randomValue(BlockGenerator::next);
  }

  private static byte[] next(Random random) {
    int control = random.nextInt(256);
    byte[] body;
    if (new Request(control, new byte[0]).isContent()) {
      body = content(random);
    } else {
      body = RandomBlock.next(random);
    }
    byte[] input = new byte[1 + body.length];
    input[0] = (byte) control;
    System.arraycopy(body, 0, input, 1, body.length);
    return input;
  }

  /** Few letters, so that there is something to be repeated. */
  private static byte[] content(Random random) {
    byte[] content = new byte[random.nextInt(CONTENT_BYTES_MAX)];
    int letters = 1 + random.nextInt(256);
    for (int i = 0; i < content.length; i++) {
      content[i] = (byte) random.nextInt(letters);
    }
    return content;
  }
}
