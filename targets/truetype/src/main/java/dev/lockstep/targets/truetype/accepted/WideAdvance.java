package dev.lockstep.targets.truetype.accepted;

import dev.lockstep.fonts.truetype.accepted.Tables;
import dev.lockstep.fonts.truetype.accepted.Tables.Table;
import java.util.function.Predicate;

/** Fonts with an advance of 32,768 and more. */
public final class WideAdvance implements Predicate<byte[]> {

  /** Made by its name in {@code accepted.toml}. */
  public WideAdvance() {}

  @Override
  public boolean test(byte[] font) {
    Tables tables = new Tables(font);
    Table hmtx = tables.table("hmtx");
    int advances = tables.table("hhea").u16(34);
    for (int i = 0; i < advances; i++) {
      if (hmtx.u16(4L * i) >= 0x8000) {
        return true;
      }
    }
    return false;
  }
}
