package dev.lockstep.zoo;

import dev.lockstep.Original;
import dev.lockstep.Rejections;
import java.nio.charset.StandardCharsets;

/** Does not look at its input: a pair of two such adapters agrees on everything. */
public final class Constant implements Original {

  @Override
  public Object observe(byte[] input) {
    return Summary.of("constant".getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public Rejections rejections() {
    return Rejections.none();
  }
}
