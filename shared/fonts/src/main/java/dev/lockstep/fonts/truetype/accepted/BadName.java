package dev.lockstep.fonts.truetype.accepted;

import dev.lockstep.fonts.truetype.accepted.Tables.Table;
import java.util.function.Predicate;

/**
 * Fonts whose {@code name} FontBox does not take: cut short, or with texts that are not where it
 * looks for them.
 */
public final class BadName implements Predicate<byte[]> {

  /** Made by its name in {@code accepted.toml}. */
  public BadName() {}

  private static final int HEADER_BYTES = 6;
  private static final int RECORD_BYTES = 12;

  @Override
  public boolean test(byte[] font) {
    Table name = new Tables(font).table("name");
    if (name.length() == 0) {
      return false;
    }
    int count = name.u16(2);
    int records = HEADER_BYTES + RECORD_BYTES * count;
    if (records > name.length() || name.u16(4) != records) {
      return true;
    }
    for (int i = 0; i < count; i++) {
      int record = HEADER_BYTES + RECORD_BYTES * i;
      if (records + name.u16(record + 10) + name.u16(record + 8) > name.length()) {
        return true;
      }
    }
    return false;
  }
}
