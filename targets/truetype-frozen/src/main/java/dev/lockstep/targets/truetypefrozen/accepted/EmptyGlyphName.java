package dev.lockstep.targets.truetypefrozen.accepted;

import dev.lockstep.fonts.truetype.accepted.Tables;
import dev.lockstep.fonts.truetype.accepted.Tables.Table;
import java.util.function.Predicate;

/** Fonts with an empty name among the glyph names of {@code post} 2.0. */
public final class EmptyGlyphName implements Predicate<byte[]> {

  /** Made by its name in {@code accepted.toml}. */
  public EmptyGlyphName() {}

  private static final long VERSION = 0x0002_0000;
  private static final int HEADER_BYTES = 32;

  @Override
  public boolean test(byte[] font) {
    Table post = new Tables(font).table("post");
    if (post.u32(0) != VERSION) {
      return false;
    }
    int at = HEADER_BYTES + 2 + 2 * post.u16(HEADER_BYTES);
    while (at < post.length()) {
      int length = post.bytes()[at] & 0xFF;
      if (length == 0) {
        return true;
      }
      at += 1 + length;
    }
    return false;
  }
}
