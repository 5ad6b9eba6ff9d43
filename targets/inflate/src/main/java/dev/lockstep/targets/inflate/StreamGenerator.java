package dev.lockstep.targets.inflate;

import dev.lockstep.targets.inflate.stream.RandomStream;
import java.util.Random;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Generates streams bit by bit, and contents to be written by both sides. */
public final class StreamGenerator implements Supplier<Arbitrary<byte[]>> {
  private static final int CONTENT_BYTES_MAX = 400;

  @Override
  public Arbitrary<byte[]> get() {
    return Arbitraries.randomValue(StreamGenerator::next);
  }

  private static byte[] next(Random random) {
    int control = random.nextInt(256);
    Request request = new Request(control, new byte[0]);
    byte[] body;
    if (request.isContent()) {
      body = content(random);
    } else {
      body = RandomStream.next(random, request.isZlib());
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
