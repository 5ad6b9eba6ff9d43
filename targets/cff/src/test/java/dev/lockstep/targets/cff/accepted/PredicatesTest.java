package dev.lockstep.targets.cff.accepted;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.targets.cff.font.CffFile;
import dev.lockstep.targets.cff.font.Entry;
import dev.lockstep.targets.cff.font.Numbers;
import dev.lockstep.targets.cff.font.Operators;
import dev.lockstep.targets.cff.font.Seeds;
import dev.lockstep.targets.cff.font.Seeds.Seed;
import dev.lockstep.targets.cff.font.Type2;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** An entry of the ledger is about no font that both sides agree on for sure. */
final class PredicatesTest {
  private static final List<Predicate<byte[]>> ALL =
      List.of(
          new Hflex1(),
          new LargeNumber(),
          new SmallReal(),
          new FractionalWidth(),
          new BeyondAscii());

  @Test
  void none_holds_for_plain_or_for_rubbish() {
    byte[] rubbish = new byte[300];
    new Random(1).nextBytes(rubbish);
    for (Predicate<byte[]> predicate : ALL) {
      assertFalse(predicate.test(Seeds.plain().toBytes()), predicate.getClass().getSimpleName());
      assertFalse(predicate.test(rubbish), predicate.getClass().getSimpleName());
    }
  }

  @Test
  void hflex1_and_flex1_are_found_in_the_glyphs_that_take_them() {
    assertTrue(new Flex1().test(seed("flex").toBytes()));
    assertFalse(new Hflex1().test(seed("flex").toBytes()));
    byte[] hflex1 = Type2.of("0 hmoveto 1 2 3 4 5 6 7 8 9 hflex1 endchar");
    CffFile font = Seeds.plain().withCharstrings(List.of(hflex1, hflex1));
    assertTrue(new Hflex1().test(font.toBytes()));
  }

  @Test
  void numbers_are_told_by_their_values() {
    assertTrue(new LargeNumber().test(angle(Numbers.integer(32_768))));
    assertFalse(new LargeNumber().test(angle(Numbers.integer(-32_768))));
    assertTrue(new LargeNumber().test(angle(Numbers.real("1E5"))));
    assertTrue(new SmallReal().test(angle(Numbers.real("-5C2"))));
    assertFalse(new SmallReal().test(angle(Numbers.real("0.1"))));
  }

  @Test
  void widths_are_told_by_their_fractions() {
    Entry width = new Entry(Operators.NOMINAL_WIDTH, List.of(Numbers.real("1.5")));
    assertTrue(new FractionalWidth().test(Seeds.plain().withPrivate(List.of(width)).toBytes()));
  }

  @Test
  void names_are_told_by_their_string_ids() {
    assertTrue(new OwnNames().test(seed("names").toBytes()));
    assertFalse(new OwnNames().test(seed("plain").toBytes()));
  }

  @Test
  void a_letter_of_the_own_has_a_name_of_the_standard_encoding() {
    CffFile font = seed("names");
    List<byte[]> letters = new ArrayList<>(font.strings());
    int own = Arrays.stream(font.names()).max().orElseThrow();
    letters.set(own - CffFile.STANDARD_STRINGS, new byte[] {'A'});
    assertFalse(new OwnLetters().test(font.toBytes()));
    assertTrue(new OwnLetters().test(font.withStrings(letters).toBytes()));
  }

  @Test
  void texts_are_told_by_their_bytes() {
    assertTrue(new BeyondAscii().test(Seeds.plain().withName(new byte[] {(byte) 0xA9}).toBytes()));
  }

  private static byte[] angle(byte[] number) {
    Entry angle = new Entry(Operators.ITALIC_ANGLE, List.of(number));
    return Seeds.plain().withTop(List.of(angle)).toBytes();
  }

  private static CffFile seed(String name) {
    return Seeds.all().stream()
        .filter(seed -> seed.name().equals(name))
        .map(Seed::font)
        .findFirst()
        .orElseThrow();
  }
}
