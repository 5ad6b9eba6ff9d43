package dev.lockstep.targets.type1.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class WalkTest {
  private static Walk.Shape shape(String charstring) throws IllFormedException {
    String text =
        "FontBBox 0 0 1 1\nFontName Seed\nsubr 10 20 hstem return\nsubr 5 callsubr return\n"
            + "glyph .notdef "
            + charstring
            + "\nglyph A 0 1 hsbw endchar\n";
    Program program = Program.read(text.getBytes(StandardCharsets.US_ASCII));
    return Walk.shape(program, ".notdef", code -> code == 65 ? "A" : ".notdef");
  }

  @Test
  void a_charstring_is_filed_under_what_it_is_made_of() throws IllFormedException {
    assertEquals(Walk.Shape.PLAIN, shape("0 1 hsbw 4 callsubr endchar"));
    assertEquals(Walk.Shape.DIVIDED, shape("0 1 hsbw 0 hmoveto 1 2 div hlineto closepath endchar"));
    assertEquals(
        Walk.Shape.FLEXED,
        shape("0 1 hsbw 0 hmoveto 1 2 3 4 5 6 7 8 9 1 2 3 4 5 6 7 8 flex closepath endchar"));
    assertEquals(Walk.Shape.HINTED, shape("0 1 hsbw 4 hints endchar"));
    assertEquals(Walk.Shape.ACCENTED, shape("0 1 hsbw 1 2 3 65 65 seac"));
  }

  @Test
  void what_the_format_does_not_allow_is_ill_formed() {
    for (String bad :
        List.of(
            "endchar",
            "0 1 hsbw",
            "0 1 hsbw 5 hlineto endchar",
            "0 1 hsbw 5 hmoveto 5 hlineto endchar",
            "0 1 hsbw 5 hmoveto 5 6 hlineto closepath endchar",
            "0 1 hsbw 5 callsubr endchar",
            "0 1 hsbw 9 callsubr endchar",
            "0 1 hsbw 1 2 3 65 66 seac",
            "0 1 hsbw 1 0 div hmoveto closepath endchar",
            "0 1 hsbw 30000 30000 rmoveto closepath endchar",
            "0 1 hsbw endchar endchar")) {
      assertThrows(IllFormedException.class, () -> shape(bad), bad);
    }
  }
}
