package dev.lockstep.targets.type1.program;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ProgramTest {
  private static final String HEAD = "FontBBox 0 0 1 1\nFontName Seed\n";

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  @Test
  void what_is_read_is_written_as_it_was() throws IllFormedException {
    byte[] text = bytes(HEAD + "code 65 A\nsubr return\nglyph .notdef 0 1 hsbw endchar\n");
    assertArrayEquals(text, Program.read(text).toBytes());
  }

  @Test
  void what_is_no_program_is_ill_formed() {
    for (String bad :
        List.of(
            HEAD,
            "glyph .notdef endchar\n",
            HEAD + "glyph A endchar\n",
            HEAD + "glyph .notdef endchar\nglyph .notdef endchar\n",
            HEAD + "glyph .notdef 99999\n",
            HEAD + "glyph .notdef jump\n",
            HEAD + "glyph .notdef endchar\ncode 256 A\n",
            HEAD + "Weight (\nglyph .notdef endchar\n",
            "\u00e9")) {
      assertThrows(IllFormedException.class, () -> Program.read(bytes(bad)), bad);
    }
  }

  @Test
  void flex_and_hints_are_spelled_out() {
    assertArrayEquals(
        Words.bytes(List.of("7", "1", "3", "callothersubr", "pop", "callsubr")),
        Words.bytes(List.of("7", "hints")));
    List<String> numbers = List.of("1 2 3 4 5 6 7 8 9 10 11 12 13 14 50 15 16 flex".split(" "));
    byte[] flex = Words.bytes(numbers);
    assertEquals(2 + 7 * 5 + 3 + 2, flex.length);
  }
}
