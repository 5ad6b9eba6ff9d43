package dev.lockstep.targets.truetype;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lockstep.Part;
import dev.lockstep.fonts.Contour;
import dev.lockstep.fonts.truetype.Observed.Directory;
import dev.lockstep.fonts.truetype.Observed.HorizontalMetrics;
import dev.lockstep.fonts.truetype.UnsupportedFontException;
import dev.lockstep.targets.truetype.Observation.Head;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class TrueTypeOriginalTest {
  private static final Path SEEDS = Path.of("../../corpora/truetype/seeds");

  private final TrueTypeOriginal original = new TrueTypeOriginal();

  @Test
  void every_part_of_a_plain_font_has_a_value() throws Exception {
    Observation plain = observe(seed("plain"));

    assertEquals(1000, assertInstanceOf(Head.class, plain.head()).unitsPerEm());
    assertEquals(9, assertInstanceOf(Directory.class, plain.directory()).tables().size());
    assertArrayEquals(
        new int[] {600, 600}, assertInstanceOf(HorizontalMetrics.class, plain.hmtx()).advances());
    Contour triangle = contours(plain, 1, "simple").getFirst();
    assertArrayEquals(new int[] {50, 300, 550}, triangle.x());
    assertArrayEquals(new int[] {0, 700, 0}, triangle.y());
  }

  @Test
  void a_bad_table_leaves_the_others_comparable() throws Exception {
    byte[] font = seed("plain");
    ByteBuffer.wrap(font).putShort(offsetOf(font, "cmap") + 12, (short) 99); // no such format

    Observation observed = observe(font);

    assertEquals("malformed", rejection(observed.cmap()));
    assertInstanceOf(Head.class, observed.head());
    assertEquals(1, contours(observed, 1, "simple").size());
  }

  @Test
  void a_table_that_is_not_there_is_missing_and_bars_what_depends_on_it() throws Exception {
    byte[] font = seed("plain");
    font[recordOf(font, "maxp")] = 'M';

    Observation observed = observe(font);

    assertEquals("missing", rejection(observed.maxp()));
    assertEquals("needs_maxp", rejection(observed.cmap()));
    assertEquals("needs_maxp", rejection(observed.glyphs()));
  }

  @Test
  void two_tables_of_one_name_are_unsupported() throws Exception {
    byte[] font = seed("plain");
    System.arraycopy(font, recordOf(font, "hmtx"), font, recordOf(font, "hhea"), 4);

    assertThrows(UnsupportedFontException.class, () -> original.observe(font));
  }

  @Test
  void a_table_that_does_not_hold_what_it_says_is_ill_formed() throws Exception {
    for (String tag : List.of("head", "hhea", "maxp", "post", "hmtx", "cmap", "name", "loca")) {
      byte[] font = seed("plain");
      int length = recordOf(font, tag) + 12;
      ByteBuffer.wrap(font).putInt(length, ByteBuffer.wrap(font).getInt(length) - 1);
      Observation observed = observe(font);
      Object part =
          switch (tag) {
            case "head" -> observed.head();
            case "hhea" -> observed.hhea();
            case "maxp" -> observed.maxp();
            case "post" -> observed.post();
            case "hmtx" -> observed.hmtx();
            case "cmap" -> observed.cmap();
            case "name" -> observed.name();
            default -> observed.loca();
          };
      assertEquals("ill_formed", rejection(part), tag);
    }
  }

  @Test
  void a_glyph_that_is_longer_than_its_place_is_ill_formed_and_the_others_are_drawn()
      throws Exception {
    byte[] font = seed("plain");
    int glyphs = offsetOf(font, "loca") + 2;
    ByteBuffer.wrap(font).putShort(glyphs, (short) (ByteBuffer.wrap(font).getShort(glyphs) - 2));

    List<?> observed = assertInstanceOf(List.class, observe(font).glyphs());

    assertEquals("ill_formed", rejection(observed.get(0)));
  }

  @Test
  void a_font_of_another_kind_is_unsupported() throws Exception {
    byte[] font = seed("plain");
    ByteBuffer.wrap(font).putInt(0, 0x4F54_544F);

    UnsupportedFontException thrown =
        assertThrows(UnsupportedFontException.class, () -> original.observe(font));
    assertEquals("unsupported", original.rejections().kindOf(thrown).orElseThrow());
  }

  @Test
  void a_glyph_of_too_many_points_is_not_asked_for_and_the_others_are() throws Exception {
    byte[] font = seed("plain");
    int box = offsetOf(font, "glyf");
    ByteBuffer.wrap(font).putShort(box + 10, (short) 1024);

    List<?> glyphs = assertInstanceOf(List.class, observe(font).glyphs());

    assertEquals("too_complex", rejection(glyphs.get(0)));
    assertInstanceOf(Map.class, glyphs.get(1));
  }

  @Test
  void a_point_that_does_not_fit_into_16_bits_is_not_asked_for() throws Exception {
    byte[] font = seed("words");
    int glyph =
        offsetOf(font, "glyf") + 2 * ByteBuffer.wrap(font).getShort(offsetOf(font, "loca") + 4);
    int xs = glyph + 10 + 4 + 2 + 7; // header, ends of two contours, length of instructions, flags
    ByteBuffer.wrap(font).putShort(xs, (short) 32767).putShort(xs + 2, (short) 32767);

    List<?> glyphs = assertInstanceOf(List.class, observe(font).glyphs());

    assertEquals("out_of_range", rejection(glyphs.get(2)));
  }

  @Test
  void a_character_map_of_many_code_points_is_not_asked_for() throws Exception {
    byte[] font = seed("plain");
    int segments = offsetOf(font, "cmap") + 12;
    ByteBuffer.wrap(font).putShort(segments + 14, (short) 0x4000); // the end of the first one

    assertEquals("too_large", rejection(observe(font).cmap()));
  }

  private Observation observe(byte[] font) throws Exception {
    return assertInstanceOf(Observation.class, original.observe(font));
  }

  private static List<Contour> contours(Observation observed, int glyph, String word) {
    List<?> glyphs = assertInstanceOf(List.class, observed.glyphs());
    Map<?, ?> outline = assertInstanceOf(Map.class, glyphs.get(glyph));
    List<?> contours = assertInstanceOf(List.class, outline.get(word));
    return contours.stream().map(Contour.class::cast).toList();
  }

  private static String rejection(Object part) {
    return assertInstanceOf(Part.Rejected.class, part).kind();
  }

  private static byte[] seed(String name) throws IOException {
    return Files.readAllBytes(SEEDS.resolve(name + ".ttf"));
  }

  private static int offsetOf(byte[] font, String tag) {
    return ByteBuffer.wrap(font).getInt(recordOf(font, tag) + 8);
  }

  private static int recordOf(byte[] font, String tag) {
    for (int at = 12; ; at += 16) {
      if (new String(font, at, 4, StandardCharsets.ISO_8859_1).equals(tag)) {
        return at;
      }
    }
  }
}
