package dev.lockstep.targets.truetypefrozen.accepted;

import dev.lockstep.fonts.truetype.accepted.Tables;
import java.util.function.Predicate;

/** Fonts with a {@code maxp} of a known major version and a minor one that nobody knows. */
public final class ProfileMinorVersion implements Predicate<byte[]> {

  /** Made by its name in {@code accepted.toml}. */
  public ProfileMinorVersion() {}

  private static final long VERSION_0_5 = 0x0000_5000;
  private static final long VERSION_1 = 0x0001_0000;

  @Override
  public boolean test(byte[] font) {
    long version = new Tables(font).table("maxp").u32(0);
    return version >> 16 <= 1 && version != VERSION_0_5 && version != VERSION_1;
  }
}
