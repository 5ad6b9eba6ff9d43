package dev.lockstep.targets.truetypefrozen.accepted;

import dev.lockstep.fonts.truetype.accepted.Tables;
import java.util.function.Predicate;

/** Fonts with a {@code maxp} of a major version that OpenType does not know. */
public final class ProfileVersion implements Predicate<byte[]> {

  /** Made by its name in {@code accepted.toml}. */
  public ProfileVersion() {}

  @Override
  public boolean test(byte[] font) {
    return new Tables(font).table("maxp").u16(0) > 1;
  }
}
