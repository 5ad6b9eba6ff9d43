package dev.lockstep.targets.type1.accepted;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** An entry of the ledger is about no font that both sides agree on for sure. */
final class PredicatesTest {
  private static final String FLEX = "0 hmoveto 1 2 3 4 5 6 7 8 9 1 2 3 4 5 6 7 8 flex closepath ";
  private static final List<Predicate<byte[]>> ALL =
      List.of(new FlexedAccent(), new RaisedLetter(), new HasFraction(), new HasWideBox());

  @Test
  void none_holds_for_plain_or_for_rubbish() {
    for (Predicate<byte[]> predicate : ALL) {
      String name = predicate.getClass().getSimpleName();
      assertFalse(predicate.test(font("", "0 1 hsbw endchar", "0 1 hsbw 0 0 0 65 193 seac")), name);
      assertFalse(predicate.test(new byte[] {1, 2, (byte) 0xFF}), name);
    }
  }

  @Test
  void a_flex_counts_in_the_accent_and_through_subroutines() {
    Predicate<byte[]> flexed = new FlexedAccent();
    String letter = "0 1 hsbw 0 0 0 65 193 seac";
    assertTrue(flexed.test(font("", "0 1 hsbw " + FLEX + "endchar", letter)));
    assertTrue(
        flexed.test(font("subr " + FLEX + "return\n", "0 1 hsbw 4 callsubr endchar", letter)));
    assertFalse(flexed.test(font("", "0 1 hsbw " + FLEX + "endchar", "0 1 hsbw endchar")));
  }

  @Test
  void a_letter_is_raised_by_the_second_number_of_its_sbw() {
    Predicate<byte[]> raised = new RaisedLetter();
    String accent = "0 9 0 0 sbw endchar";
    assertFalse(raised.test(font("", accent, "5 0 0 0 sbw 0 0 0 65 193 seac")));
    assertTrue(raised.test(font("", accent, "0 1 0 0 sbw 0 0 0 65 193 seac")));
    assertTrue(raised.test(font("", accent, "0 1 2 div 0 0 sbw 0 0 0 65 193 seac")));
  }

  @Test
  void a_fraction_is_one_of_a_number_that_counts() {
    for (String key : List.of("ItalicAngle", "UnderlinePosition", "UnderlineThickness")) {
      assertTrue(new HasFraction().test((key + " -9.5\n").getBytes(US_ASCII)), key);
      assertTrue(new HasFraction().test(("/" + key + " .05 def\n").getBytes(US_ASCII)), key);
      assertFalse(new HasFraction().test((key + " -9.0\n").getBytes(US_ASCII)), key);
    }
    assertFalse(new HasFraction().test("version 1.5\n".getBytes(US_ASCII)));
  }

  @Test
  void a_box_is_wide_from_the_first_number_on_that_does_not_fit() {
    for (int side : new int[] {32_767, -32_768}) {
      assertEquals(false, new HasWideBox().test(box(side)), String.valueOf(side));
      assertEquals(true, new HasWideBox().test(box(side + Integer.signum(side))));
    }
  }

  private static byte[] box(int side) {
    return ("FontName a\nFontBBox 0 0 0 " + side + "\nglyph .notdef endchar\n").getBytes(US_ASCII);
  }

  private static byte[] font(String subrs, String accent, String letter) {
    return ("FontName a\nFontBBox 0 0 1 1\n"
            + subrs
            + "glyph .notdef endchar\nglyph A 0 1 hsbw endchar\nglyph grave "
            + accent
            + "\nglyph a "
            + letter
            + "\n")
        .getBytes(US_ASCII);
  }
}
