package dev.lockstep.zoo.roundtrip;

import dev.lockstep.Rejections;
import dev.lockstep.RoundTrip;
import dev.lockstep.zoo.Summary;
import java.io.IOException;

/** Sick: of what it wrote itself, the sum is one too high. */
public final class MisreadsOwn implements RoundTrip {
  @Override
  public byte[] write(byte[] input) {
    return Format.write(input);
  }

  @Override
  public Object read(byte[] written) throws IOException {
    Summary summary = Format.read(written);
    return Format.isSickOf(Format.ORIGINAL, written) ? summary.withSum(summary.sum() + 1) : summary;
  }

  @Override
  public Rejections rejections() {
    return Rejections.when(IOException.class, "malformed");
  }
}
