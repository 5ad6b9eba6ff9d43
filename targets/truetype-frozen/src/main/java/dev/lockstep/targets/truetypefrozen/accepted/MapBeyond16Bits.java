package dev.lockstep.targets.truetypefrozen.accepted;

import dev.lockstep.fonts.truetype.accepted.CharacterMaps;
import java.util.function.Predicate;

/** Fonts with a map of format 6 that goes on behind the last code of 16 bits. */
public final class MapBeyond16Bits implements Predicate<byte[]> {

  /** Made by its name in {@code accepted.toml}. */
  public MapBeyond16Bits() {}

  private static final int FORMAT = 6;
  private static final int FIRST_AT = 6;
  private static final int COUNT_AT = 8;
  private static final int CODES = 0x1_0000;

  @Override
  public boolean test(byte[] font) {
    return CharacterMaps.of(font).stream()
        .anyMatch(map -> map.u16(0) == FORMAT && map.u16(FIRST_AT) + map.u16(COUNT_AT) > CODES);
  }
}
