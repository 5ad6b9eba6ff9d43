package dev.lockstep.fonts.truetype.accepted;

import dev.lockstep.fonts.truetype.accepted.Tables.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The subtables of {@code cmap}. */
public final class CharacterMaps {
  private CharacterMaps() {}

  /** Those of all platforms, each to the end of the table. */
  public static List<Table> of(byte[] font) {
    Table cmap = new Tables(font).table("cmap");
    List<Table> maps = new ArrayList<>();
    for (int i = 0; i < cmap.u16(2) && 4 + 8 * i < cmap.length(); i++) {
      long offset = cmap.u32(4 + 8L * i + 4);
      if (offset < cmap.length()) {
        maps.add(new Table(Arrays.copyOfRange(cmap.bytes(), (int) offset, cmap.length())));
      }
    }
    return maps;
  }
}
