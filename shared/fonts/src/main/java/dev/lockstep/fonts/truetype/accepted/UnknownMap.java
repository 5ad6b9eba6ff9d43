package dev.lockstep.fonts.truetype.accepted;

import java.util.Set;
import java.util.function.Predicate;

/** Fonts with a map of a format that OpenType 1.9.1 does not know. */
public final class UnknownMap implements Predicate<byte[]> {

  /** Made by its name in {@code accepted.toml}. */
  public UnknownMap() {}

  private static final Set<Integer> KNOWN = Set.of(0, 2, 4, 6, 8, 10, 12, 13, 14);

  @Override
  public boolean test(byte[] font) {
    return CharacterMaps.of(font).stream().anyMatch(map -> !KNOWN.contains(map.u16(0)));
  }
}
