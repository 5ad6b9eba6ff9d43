package dev.lockstep.targets.truetypefrozen.accepted;

import dev.lockstep.fonts.truetype.accepted.Tables;
import java.util.function.Predicate;

/** Fonts with a {@code name} of a version beyond 1. */
public final class NameVersion implements Predicate<byte[]> {

  /** Made by its name in {@code accepted.toml}. */
  public NameVersion() {}

  @Override
  public boolean test(byte[] font) {
    return new Tables(font).table("name").u16(0) > 1;
  }
}
