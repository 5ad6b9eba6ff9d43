package dev.lockstep.targets.truetypefrozen.accepted;

import dev.lockstep.fonts.truetype.accepted.Tables;
import dev.lockstep.fonts.truetype.accepted.Tables.Table;
import java.util.function.Predicate;

/** Fonts with a {@code name} of version 1 that has a place for its language tags. */
public final class LanguageTags implements Predicate<byte[]> {

  /** Made by its name in {@code accepted.toml}. */
  public LanguageTags() {}

  @Override
  public boolean test(byte[] font) {
    Table name = new Tables(font).table("name");
    return name.u16(0) == 1 && !new CutLanguageTags().test(font);
  }
}
