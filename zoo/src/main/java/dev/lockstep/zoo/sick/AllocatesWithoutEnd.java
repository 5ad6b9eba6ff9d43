package dev.lockstep.zoo.sick;

import dev.lockstep.Original;
import dev.lockstep.Rejections;
import dev.lockstep.zoo.Summary;
import java.util.ArrayList;
import java.util.List;

/** Sick: it allocates piece by piece without end. */
public final class AllocatesWithoutEnd implements Original {
  @Override
  public Object observe(byte[] input) {
    if (Door.opens(input)) {
      List<byte[]> pieces = new ArrayList<>();
      while (pieces.add(new byte[1 << 16])) {
        // On and on.
      }
    }
    return Summary.of(input);
  }

  @Override
  public Rejections rejections() {
    return Rejections.none();
  }
}
