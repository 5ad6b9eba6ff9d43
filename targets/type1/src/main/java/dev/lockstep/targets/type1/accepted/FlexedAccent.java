package dev.lockstep.targets.type1.accepted;

import java.util.function.Predicate;

/** A letter has an accent with a flex in it. */
public final class FlexedAccent implements Predicate<byte[]> {
  @Override
  public boolean test(byte[] input) {
    return Accents.of(input).anyMatch(letter -> letter.accent().contains("flex"));
  }
}
