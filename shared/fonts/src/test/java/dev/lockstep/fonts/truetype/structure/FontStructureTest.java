package dev.lockstep.fonts.truetype.structure;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class FontStructureTest {
  /** Surefire runs in the module's folder. */
  private static final Path SEEDS = Path.of("../../corpora/truetype/seeds");

  private static final int WHOLE_FILE_SUM = 0xB1B0AFBA;
  private static final int PROPOSALS_MAX = 2_000;

  private final FontStructure structure = new FontStructure();

  static List<Path> seeds() throws IOException {
    try (Stream<Path> seeds = Files.list(SEEDS)) {
      return seeds.filter(file -> file.toString().endsWith(".ttf")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void what_it_makes_of_a_font_is_a_font_with_the_right_checksums(Path seed) throws IOException {
    List<byte[]> smaller = structure.smaller(Files.readAllBytes(seed));

    assertTrue(smaller.size() > 50 && smaller.size() < PROPOSALS_MAX, () -> smaller.size() + "");
    for (byte[] proposal : smaller) {
      FontFile font = FontFile.of(proposal).orElseThrow();
      for (int i = 0; i < font.count(); i++) {
        int at = 12 + 16 * i;
        long offset = Bytes.u32(proposal, at + 8);
        assertEquals(0, offset % 4);
        assertTrue(offset + Bytes.u32(proposal, at + 12) <= proposal.length);
        assertEquals(checksum(font, i), (int) Bytes.u32(proposal, at + 4));
      }
      if (font.table("head").length >= 12) {
        assertEquals(WHOLE_FILE_SUM, Bytes.sum(proposal));
      }
    }
  }

  private static int checksum(FontFile font, int index) {
    byte[] table = font.table(index);
    if (index == font.indexOf("head")) {
      Bytes.put32(table, 8, 0);
    }
    return Bytes.sum(table);
  }

  @Test
  void a_table_is_left_out_with_its_line_of_the_directory() {
    byte[] font = seed("plain");
    int name = font(font).indexOf("name");
    int bytes = font(font).table(name).length;

    FontFile without = font(structure.smaller(font).get(name));

    assertEquals(-1, without.indexOf("name"));
    assertEquals(8, without.count());
    assertArrayEquals(font(font).table("glyf"), without.table("glyf"));
    assertEquals((bytes + 3) / 4 * 4 + 16, font.length - structure.smaller(font).get(name).length);
  }

  @Test
  void a_glyph_is_left_out_of_all_tables_that_have_a_part_of_it() {
    FontFile font = font(seed("many_glyphs"));
    int glyphs = Bytes.u16(font.table("maxp"), 4);
    byte[] third = Arrays.copyOfRange(font.table("glyf"), location(font, 3), location(font, 4));

    FontFile without =
        font(new GlyphCuts(font).withoutGlyphs().get(2 + glyphs - 3)); // the one before the third

    assertEquals(glyphs - 1, Bytes.u16(without.table("maxp"), 4));
    assertEquals(font.table("loca").length - 2, without.table("loca").length);
    assertEquals(glyphs - 1, Bytes.u16(without.table("hhea"), 34));
    assertEquals(4 * (glyphs - 1), without.table("hmtx").length);
    assertArrayEquals(
        third,
        Arrays.copyOfRange(without.table("glyf"), location(without, 2), location(without, 3)));
  }

  @Test
  void components_keep_pointing_at_their_glyph_when_one_before_it_is_left_out() {
    FontFile font = font(seed("composite"));
    int before = Bytes.u16(font.table("glyf"), location(font, 2) + 18);

    List<byte[]> smaller = new GlyphCuts(font).withoutGlyphs();
    FontFile without = font(smaller.getLast());

    assertEquals(before - 1, Bytes.u16(without.table("glyf"), location(without, 1) + 18));
  }

  @Test
  void the_first_glyph_that_is_left_has_an_advance() {
    FontFile font = font(seed("monospaced"));
    assertEquals(1, Bytes.u16(font.table("hhea"), 34));

    FontFile without = font(new GlyphCuts(font).withoutGlyphs().getLast());

    assertEquals(1, Bytes.u16(without.table("hhea"), 34));
    assertEquals(Bytes.u16(font.table("hmtx"), 0), Bytes.u16(without.table("hmtx"), 0));
    assertEquals(Bytes.u16(font.table("hmtx"), 4), Bytes.u16(without.table("hmtx"), 2));
  }

  @Test
  void a_record_of_a_name_goes_with_its_text_and_the_others_keep_theirs() {
    byte[] name = font(seed("names")).table("name");
    byte[] without = NameCuts.withoutRecords(name).getFirst();

    assertEquals(Bytes.u16(name, 2) - 1, Bytes.u16(without, 2));
    assertEquals(6 + 12 * Bytes.u16(without, 2), Bytes.u16(without, 4));
    for (int i = 0; i < Bytes.u16(without, 2); i++) {
      assertArrayEquals(text(name, i + 1), text(without, i));
    }
    assertTrue(without.length < name.length - 12);
  }

  @Test
  void a_subtable_goes_with_its_record_and_the_others_keep_theirs() {
    byte[] cmap = font(seed("cmap_groups")).table("cmap");
    byte[] without = CharacterMapCuts.withoutRecords(cmap).getFirst();

    assertEquals(Bytes.u16(cmap, 2) - 1, Bytes.u16(without, 2));
    int other = (int) Bytes.u32(cmap, 4 + 8 + 4);
    int moved = (int) Bytes.u32(without, 4 + 4);
    assertArrayEquals(
        Arrays.copyOfRange(cmap, other, cmap.length),
        Arrays.copyOfRange(without, moved, without.length));
  }

  @Test
  void a_segment_is_left_out_and_the_others_find_their_lists() {
    byte[] cmap = font(seed("cmap_lists")).table("cmap");
    byte[] without = CharacterMapCuts.withoutRanges(cmap).get(1);
    int subtable = (int) Bytes.u32(cmap, 8);

    assertEquals(Bytes.u16(cmap, subtable + 6) - 2, Bytes.u16(without, subtable + 6));
    assertEquals(Bytes.u16(cmap, subtable + 2) - 8, Bytes.u16(without, subtable + 2));
    assertEquals(glyphByList(cmap, subtable, 0), glyphByList(without, subtable, 0));
    assertNotEquals(0, glyphByList(without, subtable, 0));
  }

  /** The first glyph of a segment's list. */
  private static int glyphByList(byte[] cmap, int subtable, int segment) {
    int count = Bytes.u16(cmap, subtable + 6) / 2;
    int at = subtable + 16 + 6 * count + 2 * segment;
    return Bytes.u16(cmap, at + Bytes.u16(cmap, at));
  }

  @Test
  void a_point_is_left_out_of_its_glyph() {
    byte[] glyph =
        Arrays.copyOfRange(
            font(seed("plain")).table("glyf"),
            location(font(seed("plain")), 1),
            location(font(seed("plain")), 2));
    List<byte[]> smaller = OneGlyphCuts.of(glyph);

    // The contour, then each of its three points.
    assertEquals(4, smaller.size());
    assertEquals(0, Bytes.u16(smaller.get(0), 0));
    assertEquals(1, Bytes.u16(smaller.get(1), 0));
    assertEquals(1, Bytes.u16(smaller.get(1), 10)); // the last of two
  }

  @Test
  void it_takes_anything_for_a_font_and_says_the_same_twice() {
    Random random = new Random(7);
    for (int i = 0; i < 3_000; i++) {
      byte[] input = seed(i % 2 == 0 ? "composite_nested" : "cmap_groups");
      for (int j = 0; j < 1 + random.nextInt(20); j++) {
        input[random.nextInt(input.length)] = (byte) random.nextInt();
      }
      byte[] cut = Arrays.copyOf(input, random.nextInt(2 * input.length));
      List<byte[]> smaller = structure.smaller(cut);
      if (i % 50 == 0) {
        List<byte[]> again = structure.smaller(cut);
        assertEquals(smaller.size(), again.size());
        for (int j = 0; j < smaller.size(); j++) {
          assertArrayEquals(smaller.get(j), again.get(j));
        }
      }
    }
    assertEquals(List.of(), structure.smaller(new byte[0]));
    assertEquals(List.of(), structure.smaller(new byte[12]));
  }

  @Test
  void a_table_beyond_the_end_stays_beyond_it() {
    byte[] font = seed("plain");
    int name = font(font).indexOf("name");
    Bytes.put32(font, 12 + 16 * name + 8, font.length + 40);

    byte[] without = font(font).without(0);

    assertEquals(without.length + 40, Bytes.u32(without, 12 + 16 * (name - 1) + 8));
  }

  @Test
  void by_its_steps_alone_a_font_gets_to_what_is_needed() {
    byte[] font = seed("names_of_the_world");
    byte[] small = shrunk(font, input -> new String(input, ISO_8859_1).contains("maxp"));

    assertTrue(small.length <= 12 + 16 + 4, () -> small.length + " bytes");
  }

  private byte[] shrunk(byte[] font, Predicate<byte[]> keeps) {
    byte[] best = font;
    boolean better = true;
    while (better) {
      better = false;
      for (byte[] proposal : structure.smaller(best)) {
        if (proposal.length < best.length && keeps.test(proposal)) {
          best = proposal;
          better = true;
          break;
        }
      }
    }
    return best;
  }

  private static int location(FontFile font, int glyph) {
    return 2 * Bytes.u16(font.table("loca"), 2 * glyph);
  }

  private static byte[] text(byte[] name, int index) {
    int record = 6 + 12 * index;
    int start = Bytes.u16(name, 4) + Bytes.u16(name, record + 10);
    return Arrays.copyOfRange(name, start, start + Bytes.u16(name, record + 8));
  }

  private static FontFile font(byte[] bytes) {
    return FontFile.of(bytes).orElseThrow();
  }

  private static byte[] seed(String name) {
    try {
      return Files.readAllBytes(SEEDS.resolve(name + ".ttf"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
