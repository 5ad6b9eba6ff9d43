package dev.lockstep.targets.truetypefrozen.accepted;

import dev.lockstep.fonts.truetype.accepted.Tables;
import java.util.function.Predicate;

/** Fonts whose {@code indexToLocFormat} is neither 0 nor 1. */
public final class LocationFormat implements Predicate<byte[]> {

  /** Made by its name in {@code accepted.toml}. */
  public LocationFormat() {}

  @Override
  public boolean test(byte[] font) {
    return new Tables(font).table("head").u16(50) > 1;
  }
}
