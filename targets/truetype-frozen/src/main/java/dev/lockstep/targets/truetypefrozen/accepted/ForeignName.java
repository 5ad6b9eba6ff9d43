package dev.lockstep.targets.truetypefrozen.accepted;

import dev.lockstep.fonts.truetype.accepted.Tables;
import dev.lockstep.fonts.truetype.accepted.Tables.Table;
import java.util.function.Predicate;

/** Fonts with a name for a platform beyond 4, which ttf-parser does not know. */
public final class ForeignName implements Predicate<byte[]> {

  /** Made by its name in {@code accepted.toml}. */
  public ForeignName() {}

  private static final int LAST = 4;

  @Override
  public boolean test(byte[] font) {
    Table name = new Tables(font).table("name");
    for (int i = 0; i < name.u16(2) && 6 + 12 * i < name.length(); i++) {
      if (name.u16(6 + 12L * i) > LAST) {
        return true;
      }
    }
    return false;
  }
}
