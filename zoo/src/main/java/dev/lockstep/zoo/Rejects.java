package dev.lockstep.zoo;

import dev.lockstep.Original;
import dev.lockstep.Rejections;
import java.io.IOException;

/** Rejects an input that starts with {@code r}. */
public final class Rejects implements Original {

  @Override
  public Object observe(byte[] input) throws IOException {
    if (input.length > 0 && input[0] == 'r') {
      throw new IOException("the zoo rejects this on purpose");
    }
    return Summary.of(input);
  }

  @Override
  public Rejections rejections() {
    return Rejections.when(IOException.class, "malformed");
  }
}
