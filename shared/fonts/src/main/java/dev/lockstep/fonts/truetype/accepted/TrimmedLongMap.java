package dev.lockstep.fonts.truetype.accepted;

import java.util.function.Predicate;

/** Fonts with a map of format 10. */
public final class TrimmedLongMap implements Predicate<byte[]> {

  /** Made by its name in {@code accepted.toml}. */
  public TrimmedLongMap() {}

  private static final int FORMAT = 10;

  @Override
  public boolean test(byte[] font) {
    return CharacterMaps.of(font).stream().anyMatch(map -> map.u16(0) == FORMAT);
  }
}
