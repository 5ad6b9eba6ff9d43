package dev.lockstep.targets.truetypefrozen.accepted;

import dev.lockstep.fonts.truetype.accepted.Tables;
import java.util.function.Predicate;

/** Fonts with a {@code post} of a major version that OpenType does not know. */
public final class PostVersion implements Predicate<byte[]> {

  /** Made by its name in {@code accepted.toml}. */
  public PostVersion() {}

  @Override
  public boolean test(byte[] font) {
    int major = new Tables(font).table("post").u16(0);
    return major < 1 || major > 4;
  }
}
