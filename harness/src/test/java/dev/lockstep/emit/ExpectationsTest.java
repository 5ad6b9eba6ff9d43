package dev.lockstep.emit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.Kind;
import dev.lockstep.Observation;
import dev.lockstep.Outcome;
import dev.lockstep.Part;
import dev.lockstep.cbor.Encoder;
import dev.lockstep.cbor.Encoder.Detail;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is expected is what the other side does and the side itself does not. */
final class ExpectationsTest {
  private static final Outcome CRASHED = new Outcome.Crashed("panic", "src/lib.rs:1", "");
  private static final Outcome REJECTED = new Outcome.Rejected("malformed", "at byte 3");

  record Pair(String key, @Nullable String value) {}

  record Loaded(List<Pair> pairs, Object end) {}

  @Test
  void a_value_is_expected_at_its_place() {
    assertEquals(
        "$.pairs[1].value = \"b\"",
        expected(
            Kind.VALUE,
            "$.pairs[1].value",
            value(loaded("a", "b")),
            value(loaded("a", "c")),
            false));
  }

  @Test
  void what_is_null_is_a_value() {
    assertEquals(
        "$.pairs[0].value = null",
        expected(
            Kind.VALUE,
            "$.pairs[0].value",
            value(new Loaded(List.of(new Pair("k0", null)), "complete")),
            value(loaded("a")),
            false));
  }

  @Test
  void a_part_that_failed_is_expected_to_have_the_others_value() {
    Part crash = new Part.Crashed("panic", "src/lib.rs:1", "index out of bounds");
    Outcome own = value(new Loaded(List.of(), crash));

    assertEquals(
        "$.end = \"complete\"",
        expected(Kind.CRASH, "$.end", value(new Loaded(List.of(), "complete")), own, true));
  }

  @Test
  void a_part_that_is_rejected_is_expected_to_be_rejected_whatever_the_details() {
    Part rejection = new Part.Rejected("malformed", "at byte 3");
    Outcome other = value(new Loaded(List.of(), rejection));

    assertEquals(
        "$.end = rejected (malformed)",
        expected(Kind.REJECT, "$.end", other, value(new Loaded(List.of(), "complete")), false));
    Expectation expectation =
        new Expectation(List.of(new Step.Field("end")), new Expected.Rejected("malformed"));
    assertTrue(
        expectation.isMetBy(
            value(new Loaded(List.of(), new Part.Rejected("malformed", "elsewhere")))));
    assertFalse(
        expectation.isMetBy(value(new Loaded(List.of(), new Part.Rejected("unsupported", "")))));
  }

  @Test
  void a_whole_that_is_rejected_is_expected_to_be_rejected() {
    for (Outcome own : List.of(value(loaded("a")), CRASHED, new Outcome.Rejected("odd", ""))) {
      assertEquals("$ = rejected (malformed)", expected(Kind.REJECT, "$", REJECTED, own, true));
    }
  }

  @Test
  void a_side_that_fails_is_expected_to_say_what_the_other_says() {
    Outcome other = value(List.of(1, 2));
    for (Outcome own :
        List.of(CRASHED, REJECTED, new Outcome.Died("SIGABRT", ""), new Outcome.OutOfMemory(""))) {
      assertEquals("$ = [1, 2]", expected(Kind.CRASH, "$", other, own, false));
    }
  }

  @Test
  void where_the_sides_may_differ_somewhere_it_is_only_expected_to_say_something() {
    assertEquals("$ = some value", expected(Kind.DEATH, "$", value(List.of(1, 2)), CRASHED, true));
    assertEquals("$ = 7", expected(Kind.DEATH, "$", value(7), CRASHED, true));
  }

  @Test
  void of_lists_of_different_lengths_the_whole_list_is_expected() {
    assertEquals(
        "$.pairs = [{\"key\": \"k0\", \"value\": \"a\"}]",
        expected(Kind.VALUE, "$.pairs[1]", value(loaded("a")), value(loaded("a", "b")), true));
    assertEquals(
        "$.pairs[1] = {\"key\": \"k1\", \"value\": \"b\"}",
        expected(Kind.VALUE, "$.pairs[1]", value(loaded("a", "b")), value(loaded("a")), true));
  }

  @Test
  void a_field_that_only_one_side_has_is_expected_to_be_there_or_not() {
    Outcome with = value(Map.of("a", Map.of("b", 1, "c", 2)));
    Outcome without = value(Map.of("a", Map.of("b", 1)));

    assertEquals("$.a.c = 2", expected(Kind.VALUE, "$.a.c", with, without, false));
    assertEquals("$.a.c = nothing there", expected(Kind.VALUE, "$.a.c", without, with, false));
  }

  @Test
  void a_key_that_is_data_leads_to_its_value() {
    assertEquals(
        "$[65] = \"A\"",
        expected(
            Kind.VALUE,
            "$[65]",
            value(new TreeMap<>(Map.of(64, "@", 65, "A"))),
            value(new TreeMap<>(Map.of(64, "@", 65, "B"))),
            false));
    assertEquals(
        "$.a b = 1",
        expected(
            Kind.VALUE, "$[\"a b\"]", value(Map.of("a b", 1)), value(Map.of("a b", 2)), false));
  }

  @Test
  void a_key_that_no_test_can_name_is_left_to_what_holds_it() {
    assertEquals(
        "$ = {true: 1}",
        expected(Kind.VALUE, "$[true]", value(Map.of(true, 1)), value(Map.of(true, 2)), false));
  }

  @Test
  void a_value_that_is_too_long_to_be_written_out_is_some_value() {
    byte[] large = new byte[Expectations.VALUE_BYTES_MAX];
    assertEquals("$ = some value", expected(Kind.CRASH, "$", value(large), CRASHED, false));
    assertEquals("none", expected(Kind.VALUE, "$", value(large), value(new byte[1]), false));
  }

  @Test
  void nothing_is_expected_where_the_other_side_fails_or_both_say_the_same() {
    for (Outcome other : List.of(CRASHED, new Outcome.Died("exit(0)", ""))) {
      assertEquals("none", expected(Kind.CRASH, "$", other, value(1), false));
      assertEquals("none", expected(Kind.CRASH, "$", other, CRASHED, false));
    }
    assertEquals("none", expected(Kind.VALUE, "$", value(1), value(1), false));
    assertEquals("none", expected(Kind.REJECT, "$", REJECTED, REJECTED, false));
  }

  private static String expected(
      Kind kind, String path, Outcome other, Outcome own, boolean leeway) {
    Optional<Expectation> expectation = Expectations.of(kind, path, other, own, leeway);
    expectation.ifPresent(it -> {
      assertTrue(it.isMetBy(other), it::toString);
      assertFalse(it.isMetBy(own), it::toString);
    });
    return expectation.map(it -> it.path() + " = " + it.words()).orElse("none");
  }

  private static Loaded loaded(String... values) {
    return new Loaded(
        Arrays.stream(values)
            .map(value -> new Pair("k" + Arrays.asList(values).indexOf(value), value))
            .toList(),
        "complete");
  }

  private static Outcome value(Object tree) {
    Encoder encoder = new Encoder();
    encoder.encode(tree, Detail.EXPLAINED);
    return new Outcome.Value(new Observation(encoder.toByteArray()));
  }
}
