package dev.lockstep.targets.cff.font;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lockstep.targets.cff.font.Seeds.Seed;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

final class CffFileTest {
  @Test
  void every_seed_is_read_and_written_as_it_was() throws IllFormedException {
    for (Seed seed : Seeds.all()) {
      byte[] bytes = seed.font().toBytes();
      assertArrayEquals(bytes, CffFile.read(bytes).toBytes(), seed.name());
    }
  }

  @Test
  void a_font_that_ends_early_is_ill_formed() {
    for (Seed seed : Seeds.all()) {
      byte[] bytes = seed.font().withPrivate(List.of(Entry.of(10, 1))).toBytes();
      byte[] cut = Arrays.copyOf(bytes, bytes.length - 1);
      assertBar("ill_formed", () -> CffFile.read(cut));
    }
  }

  @Test
  void offsets_that_fall_are_ill_formed() {
    byte[] bytes = Seeds.plain().toBytes();
    bytes[7] = 9; // the first offset of the Name INDEX
    assertBar("ill_formed", () -> CffFile.read(bytes));
  }

  @Test
  void a_font_of_another_major_version_is_unsupported() {
    byte[] bytes = Seeds.plain().toBytes();
    bytes[0] = 2;
    assertBar("unsupported", () -> CffFile.read(bytes));
  }

  @Test
  void charstrings_of_type_1_are_unsupported() {
    byte[] bytes = Seeds.plain().withTop(List.of(Entry.of(Operators.CHARSTRING_TYPE, 1))).toBytes();
    assertBar("unsupported", () -> CffFile.read(bytes));
  }

  @Test
  void real_numbers_are_read_by_the_letter() throws IllFormedException {
    for (String good : List.of("0.5", "-1E3", ".5", "3.", "25C2")) {
      assertEquals(4, read(good).top().size(), good);
    }
    for (String bad : List.of("", "-", ".", "1-", "1E", "1..2", "1?")) {
      assertBar("ill_formed", () -> read(bad));
    }
  }

  private static CffFile read(String real) throws IllFormedException {
    Entry angle = new Entry(Operators.ITALIC_ANGLE, List.of(Numbers.real(real)));
    return CffFile.read(Seeds.plain().withTop(List.of(angle)).toBytes());
  }

  @Test
  void a_glyph_that_is_taken_out_takes_its_name_and_code_along() throws IllFormedException {
    CffFile font =
        Seeds.all().stream()
            .filter(seed -> seed.name().equals("encoding_codes"))
            .findFirst()
            .orElseThrow()
            .font();
    CffFile fewer = CffFile.read(font.withGlyphs(List.of(0, 2)).toBytes());
    assertEquals(2, fewer.charstrings().size());
    assertArrayEquals(new int[] {0, 35}, fewer.names());
    assertArrayEquals(new byte[] {0, 1, 2}, fewer.codes());
  }

  private static void assertBar(String bar, Executable read) {
    assertEquals(bar, assertThrows(IllFormedException.class, read).bar());
  }
}
