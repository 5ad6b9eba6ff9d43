package dev.lockstep.zoo.roundtrip;

import dev.lockstep.Rejections;
import dev.lockstep.RoundTrip;
import java.io.IOException;

/** Sick: what the port wrote is malformed to it. */
public final class RejectsPorts implements RoundTrip {
  @Override
  public byte[] write(byte[] input) {
    return Format.write(input);
  }

  @Override
  public Object read(byte[] written) throws IOException {
    if (Format.isSickOf(Format.PORT, written)) {
      throw new IOException("the port wrote this");
    }
    return Format.read(written);
  }

  @Override
  public Rejections rejections() {
    return Rejections.when(IOException.class, "malformed");
  }
}
