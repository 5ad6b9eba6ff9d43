package dev.lockstep.targets.truetypefrozen.accepted;

import dev.lockstep.fonts.truetype.accepted.Tables;
import dev.lockstep.fonts.truetype.accepted.Tables.Table;
import java.util.function.Predicate;

/** Fonts with a character map for a platform beyond 4, which ttf-parser does not know. */
public final class ForeignMap implements Predicate<byte[]> {

  /** Made by its name in {@code accepted.toml}. */
  public ForeignMap() {}

  private static final int LAST = 4;

  @Override
  public boolean test(byte[] font) {
    Table cmap = new Tables(font).table("cmap");
    for (int i = 0; i < cmap.u16(2) && 4 + 8 * i < cmap.length(); i++) {
      if (cmap.u16(4 + 8L * i) > LAST) {
        return true;
      }
    }
    return false;
  }
}
