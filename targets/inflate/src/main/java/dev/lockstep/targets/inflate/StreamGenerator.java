package dev.lockstep.targets.inflate;

import dev.lockstep.targets.inflate.stream.RandomStream;
import java.util.Random;
import java.util.function.Supplier;
import java.util.zip.Deflater;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * Generates streams bit by bit, streams that the JDK's {@link Deflater} wrote for the port to read,
 * and contents to be written by both sides.
 */
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
    } else if (random.nextInt(4) == 0) {
      int strategy = random.nextInt(Deflater.HUFFMAN_ONLY + 1);
      body = Writer.write(content(random), request.isZlib(), random.nextInt(10), strategy);
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
