package dev.lockstep.fonts.truetype.accepted;

import dev.lockstep.fonts.truetype.accepted.Tables.Table;
import java.util.ArrayList;
import java.util.List;

/** The texts of {@code name} for Windows. */
public final class Names {
  private static final int WINDOWS = 3;

  private Names() {}

  /** Each as its UTF-16 units. */
  public static List<int[]> of(byte[] font) {
    Table name = new Tables(font).table("name");
    List<int[]> texts = new ArrayList<>();
    for (int i = 0; i < name.u16(2) && 6 + 12 * i < name.length(); i++) {
      long record = 6 + 12L * i;
      if (name.u16(record) == WINDOWS) {
        long start = (long) name.u16(4) + name.u16(record + 10);
        int[] units = new int[name.u16(record + 8) / 2];
        for (int j = 0; j < units.length; j++) {
          units[j] = name.u16(start + 2L * j);
        }
        texts.add(units);
      }
    }
    return texts;
  }
}
