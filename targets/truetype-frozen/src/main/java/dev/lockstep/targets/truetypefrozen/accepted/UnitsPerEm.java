package dev.lockstep.targets.truetypefrozen.accepted;

import dev.lockstep.fonts.truetype.accepted.Tables;
import java.util.function.Predicate;

/** Fonts whose {@code unitsPerEm} is not within 16 and 16,384. */
public final class UnitsPerEm implements Predicate<byte[]> {

  /** Made by its name in {@code accepted.toml}. */
  public UnitsPerEm() {}

  @Override
  public boolean test(byte[] font) {
    int units = new Tables(font).table("head").u16(18);
    return units < 16 || units > 16_384;
  }
}
