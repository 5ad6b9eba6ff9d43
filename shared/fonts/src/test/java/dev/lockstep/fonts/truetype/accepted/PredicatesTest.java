package dev.lockstep.fonts.truetype.accepted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.fonts.truetype.font.Seeds;
import dev.lockstep.fonts.truetype.font.Seeds.Seed;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** An entry of the ledger is about no font that both sides agree on. */
final class PredicatesTest {
  private static final List<Predicate<byte[]>> ALL =
      List.of(
          new LastSegment(),
          new TrimmedLongMap(),
          new UnknownMap(),
          new ByteOrderMark(),
          new LoneSurrogate(),
          new OffsetNames(),
          new PostAtEnd(),
          new BadName(),
          new OneEmptyGlyph(),
          new NestedScale());

  @Test
  void none_holds_for_a_seed() {
    for (Seed seed : Seeds.all()) {
      assertEquals(List.of(), holding(seed.font().toBytes()), seed.name());
    }
  }

  @Test
  void the_last_segment_counts_if_it_maps_more_than_one_code_to_nothing() {
    byte[] font = seed("plain");
    int lastStart = offsetOf(font, "cmap") + 12 + 16 + 4 + 2;
    assertEquals((short) 0xFFFF, ByteBuffer.wrap(font).getShort(lastStart));
    ByteBuffer.wrap(font).putShort(lastStart, (short) 0xFFF0);
    assertEquals(List.of("LastSegment"), holding(font));
  }

  @Test
  void names_are_looked_at_as_utf_16() {
    byte[] font = seed("plain");
    int name = offsetOf(font, "name");
    int texts = name + ByteBuffer.wrap(font).getShort(name + 4);
    ByteBuffer.wrap(font).putShort(texts, (short) 0xFFFE);
    assertEquals(List.of("ByteOrderMark"), holding(font));
    ByteBuffer.wrap(font).putShort(texts, (short) 0xD800);
    assertEquals(List.of("LoneSurrogate"), holding(font));
    ByteBuffer.wrap(font).putShort(texts + 2, (short) 0xDC00);
    assertEquals(List.of(), holding(font));
    ByteBuffer.wrap(font).putShort(name + 4, (short) 0);
    assertTrue(holding(font).contains("BadName"));
  }

  @Test
  void formats_of_maps_are_told_apart() {
    byte[] font = seed("plain");
    int subtable = offsetOf(font, "cmap") + 12;
    ByteBuffer.wrap(font).putShort(subtable, (short) 10);
    assertEquals(List.of("TrimmedLongMap"), holding(font));
    ByteBuffer.wrap(font).putShort(subtable, (short) 99);
    assertEquals(List.of("UnknownMap"), holding(font));
  }

  @Test
  void a_scale_counts_as_nested_below_another_one() {
    byte[] font = seed("composite_nested");
    int glyphs = offsetOf(font, "glyf");
    int loca = offsetOf(font, "loca");
    for (int i = 0; i < 6; i++) {
      int start = glyphs + 2 * ByteBuffer.wrap(font).getShort(loca + 2 * i);
      if (start + 12 <= font.length && ByteBuffer.wrap(font).getShort(start) < 0) {
        short flags = ByteBuffer.wrap(font).getShort(start + 10);
        ByteBuffer.wrap(font).putShort(start + 10, (short) (flags | 0x0008));
      }
    }
    assertEquals(List.of("NestedScale"), holding(font));
  }

  @Test
  void each_takes_anything_for_a_font() {
    Random random = new Random(3);
    List<Seed> seeds = Seeds.all();
    for (int i = 0; i < 5_000; i++) {
      byte[] font = seeds.get(i % seeds.size()).font().toBytes();
      for (int j = 0; j < random.nextInt(30); j++) {
        font[random.nextInt(font.length)] = (byte) random.nextInt();
      }
      byte[] cut = Arrays.copyOf(font, random.nextInt(font.length + 1));
      assertEquals(holding(cut), holding(cut));
    }
  }

  private static List<String> holding(byte[] font) {
    return ALL.stream()
        .filter(predicate -> predicate.test(font))
        .map(predicate -> predicate.getClass().getSimpleName())
        .toList();
  }

  private static byte[] seed(String name) {
    return Seeds.all().stream()
        .filter(seed -> seed.name().equals(name))
        .findFirst()
        .orElseThrow()
        .font()
        .toBytes();
  }

  private static int offsetOf(byte[] font, String tag) {
    for (int at = 12; ; at += 16) {
      if (new String(font, at, 4, StandardCharsets.ISO_8859_1).equals(tag)) {
        return ByteBuffer.wrap(font).getInt(at + 8);
      }
    }
  }
}
