package dev.lockstep.targets.bson.ledger;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.targets.bson.format.Element;
import dev.lockstep.targets.bson.format.Value;
import dev.lockstep.targets.bson.format.Writing;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each predicate holds of the witnesses (the ledger sees to it); here, where it does not hold. */
final class PredicatesTest {
  private static final byte[] MALFORMED = {(byte) 0x80};
  private static final byte[] KEY = text("k");

  @Test
  void malformed_text_is_found_in_nested_documents_and_not_in_bytes() {
    Element inner = string(MALFORMED);
    HasMalformedText predicate = new HasMalformedText();

    assertTrue(predicate.test(Writing.document(List.of(inner))));
    assertTrue(
        predicate.test(
            Writing.document(List.of(new Element(0x04, KEY, new Value.Nested(List.of(inner)))))));
    assertFalse(predicate.test(Writing.document(List.of(string(text("é"))))));
    assertFalse(
        predicate.test(
            Writing.document(List.of(new Element(0x05, KEY, new Value.Binary(0, MALFORMED))))));
  }

  @Test
  void a_string_is_no_key_and_no_code() {
    byte[] malformed = Writing.document(List.of(string(MALFORMED)));

    assertFalse(new HasMalformedKeyOrRegex().test(malformed));
    assertFalse(new HasMalformedScopedCode().test(malformed));
  }

  @Test
  void options_are_unsorted_or_torn_and_never_both() {
    assertFalse(new HasUnsortedOptions().test(options("im")));
    assertTrue(new HasUnsortedOptions().test(options("mi")));
    assertFalse(new HasTornOptions().test(options("mi")));
    assertFalse(new HasUnsortedOptions().test(options("\ud834\udd1e\ud834\udd1e")));
    assertTrue(new HasTornOptions().test(options("\ud834\udd1e\ud834\udd1e")));
  }

  @Test
  void a_coefficient_of_34_digits_is_not_too_large() {
    HasLargeDecimal predicate = new HasLargeDecimal();

    // 9,999 … and one more: 0x1ed09bead87c0378d8e63ffffffff.
    assertFalse(predicate.test(decimal(0x378d_8e63_ffff_ffffL, 0x3041_ed09_bead_87c0L)));
    assertTrue(predicate.test(decimal(0x378d_8e64_0000_0000L, 0x3041_ed09_bead_87c0L)));
  }

  @Test
  void only_whole_keys_are_json() {
    assertTrue(new HasJsonKey().test(Writing.document(List.of(key("$oid")))));
    assertFalse(new HasJsonKey().test(Writing.document(List.of(key("$oids")))));
    assertFalse(new HasJsonKey().test(Writing.document(List.of(string(text("$oid"))))));
  }

  private static Element string(byte[] text) {
    return new Element(0x02, KEY, new Value.Text(text, new byte[0]));
  }

  private static Element key(String key) {
    return new Element(0x0a, text(key), new Value.Fixed(new byte[0]));
  }

  private static byte[] options(String options) {
    return Writing.document(
        List.of(new Element(0x0b, KEY, new Value.Regex(text("a"), text(options)))));
  }

  private static byte[] decimal(long low, long high) {
    byte[] bytes = new byte[16];
    for (int i = 0; i < 8; i++) {
      bytes[i] = (byte) (low >> (8 * i));
      bytes[8 + i] = (byte) (high >> (8 * i));
    }
    return Writing.document(List.of(new Element(0x13, KEY, new Value.Fixed(bytes))));
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
