package dev.lockstep.fonts.truetype.accepted;

import dev.lockstep.fonts.truetype.accepted.Tables.Table;
import java.util.function.Predicate;

/**
 * Fonts with a map of format 4, of which the segment that ends at 0xFFFF maps more than that one
 * code to nothing.
 */
public final class LastSegment implements Predicate<byte[]> {

  /** Made by its name in {@code accepted.toml}. */
  public LastSegment() {}

  private static final int FORMAT = 4;

  @Override
  public boolean test(byte[] font) {
    return CharacterMaps.of(font).stream().anyMatch(map -> map.u16(0) == FORMAT && mapsMore(map));
  }

  private static boolean mapsMore(Table map) {
    int segments = map.u16(6) / 2;
    for (int i = 0; i < segments; i++) {
      int end = map.u16(14 + 2L * i);
      int start = map.u16(16 + 2L * segments + 2L * i);
      int delta = map.u16(16 + 4L * segments + 2L * i);
      int list = map.u16(16 + 6L * segments + 2L * i);
      if (end == 0xFFFF && (start < 0xFFFF || list != 0 || delta != 1)) {
        return true;
      }
    }
    return false;
  }
}
