package dev.lockstep.targets.truetypefrozen.accepted;

import dev.lockstep.fonts.truetype.accepted.Tables;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Fonts with a {@code post} of a known major version and a minor one that ttf-parser does not know.
 */
public final class PostMinorVersion implements Predicate<byte[]> {

  /** Made by its name in {@code accepted.toml}. */
  public PostMinorVersion() {}

  private static final Set<Long> KNOWN =
      Set.of(0x0001_0000L, 0x0002_0000L, 0x0002_5000L, 0x0003_0000L, 0x0004_0000L);

  @Override
  public boolean test(byte[] font) {
    long version = new Tables(font).table("post").u32(0);
    long major = version >> 16;
    return major >= 1 && major <= 4 && !KNOWN.contains(version);
  }
}
