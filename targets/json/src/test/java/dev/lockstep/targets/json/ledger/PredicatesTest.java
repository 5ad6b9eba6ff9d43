package dev.lockstep.targets.json.ledger;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

final class PredicatesTest {

  @Test
  void half_of_a_pair_is_alone_and_a_pair_is_not() {
    assertHolds(new HasLoneSurrogate(), "\"\\ud800\"", "\"\\uDFff\"", "\"\\ud800\\u0041\"");
    assertHolds(new HasLoneSurrogate(), "\"\\udc00\\ud800\"", "\"\\ud83d\\ude00\\ud800\"");
    assertFails(new HasLoneSurrogate(), "\"\\ud83d\\ude00\"", "\"\\\\ud800\"", "\"\\u0041\"");
  }

  @Test
  void a_number_is_huge_beyond_the_largest_double() {
    assertHolds(new HasHugeNumber(), "1e400", "[-1E+309]", "1" + "0".repeat(309), "1.8e308");
    assertFails(new HasHugeNumber(), "1e308", "1.7976931348623157e308", "1e-400", "0e999", "[]");
  }

  @Test
  void units_are_wide_by_a_mark_or_a_zero() {
    assertHolds(new IsOfWideUnits(), "\u00fe\u00ff\u00001", "1\u0000", "\u00001");
    assertFails(new IsOfWideUnits(), "\u00ef\u00bb\u00bf1", "1", "12\u0000", "");
  }

  @Test
  void a_number_is_tight_outside_of_everything_else() {
    assertHolds(new HasTightNumber(), "0[", "1\"a\"", "[] 2{}", "\"a\"1,", "[[]]3]");
    assertFails(new HasTightNumber(), "0 [", "[1,2]", "\"1[\"", "\"\\\"1[\"", "{\"a\":1}", "1");
  }

  @Test
  void a_literal_is_tight_outside_of_everything_else() {
    assertHolds(new HasTightLiteral(), "null=", "true\u0000", "1 false$", "[] null/", "null\u00d7");
    assertFails(new HasTightLiteral(), "null", "null ", "null,", "true[", "[null=]", "\"null=\"");
    assertFails(new HasTightLiteral(), "nulls", "null0", "nul=", "true_");
  }

  @Test
  void a_number_is_rounded_where_its_digits_or_its_power_are_no_double() {
    assertHolds(
        new HasRoundedNumber(), "6e25", "1e-23", "9007199254740993.0", "0." + "1".repeat(30));
    assertFails(
        new HasRoundedNumber(), "1e22", "0.1", "9007199254740991", "1e-22", "1e9999999", "[]");
  }

  private static void assertHolds(Predicate<byte[]> predicate, String... inputs) {
    for (String input : inputs) {
      assertTrue(predicate.test(input.getBytes(ISO_8859_1)), input);
    }
  }

  private static void assertFails(Predicate<byte[]> predicate, String... inputs) {
    for (String input : inputs) {
      assertFalse(predicate.test(input.getBytes(ISO_8859_1)), input);
    }
  }
}
