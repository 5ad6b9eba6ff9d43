package dev.lockstep.targets.truetype.accepted;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
      List.of(new WideAdvance(), new HeaderOnlyGlyph());

  @Test
  void none_holds_for_a_seed() {
    for (Seed seed : Seeds.all()) {
      assertEquals(List.of(), holding(seed.font().toBytes()), seed.name());
    }
  }

  @Test
  void an_advance_is_wide_from_32768_on() {
    byte[] font = seed("plain");
    int hmtx = offsetOf(font, "hmtx");
    ByteBuffer.wrap(font).putShort(hmtx + 4, (short) 0x7FFF);
    assertEquals(List.of(), holding(font));
    ByteBuffer.wrap(font).putShort(hmtx + 4, (short) 0x8000);
    assertEquals(List.of("WideAdvance"), holding(font));
  }

  @Test
  void a_glyph_of_no_contours_that_ends_with_its_header_is_told_from_longer_ones() {
    byte[] font = seed("plain");
    int glyf = offsetOf(font, "glyf");
    int loca = offsetOf(font, "loca");
    ByteBuffer.wrap(font).putShort(glyf, (short) 0);
    assertEquals(List.of(), holding(font));
    ByteBuffer.wrap(font).putShort(loca + 2, (short) 5);
    assertEquals(List.of("HeaderOnlyGlyph"), holding(font));
    ByteBuffer.wrap(font).putShort(loca + 2, (short) 6);
    assertEquals(List.of(), holding(font));
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
