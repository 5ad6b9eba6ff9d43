package dev.lockstep.targets.cff.font;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class CharstringTest {
  private static Charstring.Walk walk(String text) {
    CffFile font =
        Seeds.plain()
            .withSubrs(List.of(), List.of(Type2.of("-107 callsubr return"), Type2.of("5 return")))
            .withCharstrings(List.of(Type2.of(text), Type2.of("endchar")));
    return Charstring.walk(font, 0);
  }

  @Test
  void what_the_note_allows_is_not_barred() {
    for (String good :
        List.of(
            "endchar",
            "5 endchar",
            "1 2 3 rmoveto 4 hlineto endchar",
            "1 2 hstemhm 3 4 hintmask:c0 5 hmoveto endchar",
            "0 hmoveto 1 2 3 4 5 hvcurveto endchar",
            "-106 callsubr hmoveto endchar")) {
      assertEquals("", walk(good).bar(), good);
    }
  }

  @Test
  void what_the_note_does_not_allow_is_barred() {
    for (String bad :
        List.of(
            "0 hmoveto",
            "0 hmoveto 1 rlineto endchar",
            "5 hlineto endchar",
            "1 2 3 4 rmoveto endchar",
            "0 hmoveto 1 2 3 4 5 6 hvcurveto endchar",
            "endchar endchar",
            "return",
            "-107 callsubr endchar",
            "9 callsubr endchar",
            "0 0 65 194 endchar",
            "0 hmoveto 1 0 div hlineto endchar")) {
      assertEquals("ill_formed", walk(bad).bar(), bad);
    }
  }

  @Test
  void what_might_not_fit_into_sixteen_bits_is_too_large() {
    assertEquals("too_large", walk("0 hmoveto 30000 -30000 hlineto endchar").bar());
  }

  @Test
  void a_charstring_is_filed_under_what_it_is_made_of() {
    assertEquals(Shape.PLAIN, walk("0 hmoveto 1 hlineto endchar").shape());
    assertEquals(Shape.FRACTIONAL, walk("0.5 hmoveto 1 hlineto endchar").shape());
    assertEquals(Shape.DIVIDED, walk("1 2 div hmoveto 1 hlineto endchar").shape());
    assertEquals(Shape.COMPUTED, walk("1 2 add hmoveto 1 hlineto endchar").shape());
  }
}
