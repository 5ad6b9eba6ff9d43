package dev.lockstep.zoo.roundtrip;

import dev.lockstep.Rejections;
import dev.lockstep.RoundTrip;
import java.io.IOException;

/** Has nothing wrong with it. */
public final class Well implements RoundTrip {
  @Override
  public byte[] write(byte[] input) {
    return Format.write(input);
  }

  @Override
  public Object read(byte[] written) throws IOException {
    return Format.read(written);
  }

  @Override
  public Rejections rejections() {
    return Rejections.when(IOException.class, "malformed");
  }
}
