package dev.lockstep.targets.inflate.ledger;

import java.util.function.Predicate;

/** The stream has no end, and nothing that zlib knows to be wrong up to there. */
public final class IsCutOff implements Predicate<byte[]> {
  @Override
  public boolean test(byte[] input) {
    return Reading.isStream(input) && Reading.fault(input).equals("cut off");
  }
}
