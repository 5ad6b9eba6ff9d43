package dev.lockstep.zoo;

import dev.lockstep.Structure;
import java.util.List;

/** Believes that every input has a fifth byte. */
public final class BrokenStructure implements Structure {
  @Override
  public List<byte[]> smaller(byte[] input) {
    return List.of(new byte[input[4] == 0 ? 0 : 1]);
  }
}
