package dev.lockstep.targets.truetypefrozen.accepted;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What entries of the ledger say of a font. */
final class PredicatesTest {
  private static final int TABLE_AT = 28;

  @Test
  void language_tags_have_a_place_or_are_cut() {
    // version, count, where texts start; no records; how many tags
    byte[] whole = font("name", 1, 0, 8, 0);
    byte[] cut = font("name", 1, 0, 8, 1);
    byte[] none = font("name", 0, 0, 6, 0);
    assertEquals(
        List.of(true, false, false),
        List.of(
            new LanguageTags().test(whole),
            new LanguageTags().test(cut),
            new LanguageTags().test(none)));
    assertEquals(
        List.of(false, true, false),
        List.of(
            new CutLanguageTags().test(whole),
            new CutLanguageTags().test(cut),
            new CutLanguageTags().test(none)));
  }

  @Test
  void a_map_of_format_6_ends_with_16_bits_or_goes_on() {
    // version, count; platform, encoding, offset; format, length, language, first code, count
    byte[] ends = font("cmap", 0, 1, 3, 1, 0, 12, 6, 12, 0, 0xfffe, 2, 1, 1);
    byte[] goesOn = font("cmap", 0, 1, 3, 1, 0, 12, 6, 12, 0, 0xffff, 2, 1, 1);
    byte[] another = font("cmap", 0, 1, 3, 1, 0, 12, 4, 12, 0, 0xffff, 2, 1, 1);
    MapBeyond16Bits beyond = new MapBeyond16Bits();
    assertEquals(
        List.of(false, true, false),
        List.of(beyond.test(ends), beyond.test(goesOn), beyond.test(another)));
  }

  @Test
  void a_name_is_foreign_on_a_platform_beyond_4() {
    assertEquals(
        List.of(false, true),
        List.of(
            new ForeignName().test(font("name", 0, 1, 18, 4, 1, 0x409, 1, 0, 0)),
            new ForeignName().test(font("name", 0, 1, 18, 5, 1, 0x409, 1, 0, 0))));
  }

  /** One with a single table, of these numbers of 16 bits. */
  private static byte[] font(String tag, int... numbers) {
    ByteBuffer font = ByteBuffer.allocate(TABLE_AT + 2 * numbers.length);
    font.putInt(0x0001_0000).putShort((short) 1).position(12);
    font.put(tag.getBytes(StandardCharsets.US_ASCII));
    font.putInt(0).putInt(TABLE_AT).putInt(2 * numbers.length);
    for (int number : numbers) {
      font.putShort((short) number);
    }
    return font.array();
  }
}
