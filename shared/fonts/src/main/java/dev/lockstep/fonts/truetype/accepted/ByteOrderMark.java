package dev.lockstep.fonts.truetype.accepted;

import java.util.function.Predicate;

/** Fonts with a name that begins with a byte order mark, either way round. */
public final class ByteOrderMark implements Predicate<byte[]> {

  /** Made by its name in {@code accepted.toml}. */
  public ByteOrderMark() {}

  @Override
  public boolean test(byte[] font) {
    return Names.of(font).stream()
        .anyMatch(units -> units.length > 0 && (units[0] == 0xFEFF || units[0] == 0xFFFE));
  }
}
