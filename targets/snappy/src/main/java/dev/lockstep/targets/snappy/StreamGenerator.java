package dev.lockstep.targets.snappy;

import dev.lockstep.targets.snappy.stream.RandomBlock;
import dev.lockstep.targets.snappy.stream.RandomStream;
import java.util.Random;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * Generates blocks element by element and streams chunk by chunk, and contents to be written by
 * both sides.
 */
public final class StreamGenerator implements Supplier<Arbitrary<byte[]>> {
  private static final int CONTENT_BYTES_MAX = 400;

  @Override
  public Arbitrary<byte[]> get() {
    return Arbitraries.randomValue(StreamGenerator::next);
  }

  private static byte[] next(Random random) {
    int control = random.nextInt(256);
    byte[] body = body(random, new Request(control, new byte[0]));
    byte[] input = new byte[1 + body.length];
    input[0] = (byte) control;
    System.arraycopy(body, 0, input, 1, body.length);
    return input;
  }

  private static byte[] body(Random random, Request request) {
    if (request.isContent()) {
      return content(random);
    }
    return request.isFramed() ? RandomStream.next(random) : RandomBlock.next(random);
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
