package dev.lockstep.operations;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.Part;
import dev.lockstep.Rejections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** The same examples as {@code harness/rust/lockstep-port/tests/operations.rs}. */
final class ProgramsTest {
  private static final Programs<Sample> PROGRAMS = Programs.of(Sample.class);

  @Test
  void the_model_says_all_that_is_declared() {
    assertEquals(
        """
        at most 4
        numbers(small: -128..=127, middle: -32768..=32767, large: -2147483648..=2147483647, \
        huge: -9223372036854775808..=9223372036854775807, near: -3..=3)
        ranges(one: 0..=255, two: 0..=256, five: 5..=9, half: 0..=9223372036854775807)
        others(real: double, yes: false|true, way: in_place|new)
        lists(bytes: [0..=255; 3], shorts: [-32768..=32767; 300])
        nothing()
        """,
        PROGRAMS.model());
  }

  @Test
  void numbers_are_in_little_endian_and_zero_is_zero() {
    assertDecodes("", List.of());
    assertDecodes("00", List.of("0  numbers(small: 0, middle: 0, large: 0, huge: 0, near: 0)"));
    assertDecodes(
        "00 ff feff 01000080 feffffffffffffff 04",
        List.of("0  numbers(small: -1, middle: -2, large: -2147483647, huge: -2, near: -3)"));
  }

  @Test
  void what_is_beyond_a_range_comes_round_to_its_beginning() {
    assertDecodes(
        "01 ff 0201 06 ffffffffffffffff",
        List.of("0  ranges(one: 255, two: 1, five: 6, half: 9223372036854775807)"));
  }

  @Test
  void the_rest_of_the_kinds() {
    assertDecodes(
        "02 000000000000f8bf 03 03 03 06 0102 0100 feff",
        List.of(
            "0  others(real: -1.5, yes: true, way: new)",
            "1  lists(bytes: x\"0102\", shorts: [-2])"));
  }

  @Test
  void an_operation_that_is_cut_short_is_given_zeros_and_those_beyond_the_most_are_not_read() {
    assertDecodes("03 02 07", List.of("0  lists(bytes: x\"0700\", shorts: [])"));
    assertDecodes(
        "04 04 09 04 04", List.of("0  nothing()", "1  nothing()", "2  nothing()", "3  nothing()"));
  }

  @Property(tries = 300)
  void what_is_encoded_is_decoded_to_the_same(@ForAll("programs") List<Sample> program) {
    byte[] bytes = PROGRAMS.encode(program);
    List<Sample> again = PROGRAMS.decode(bytes);
    assertEquals(PROGRAMS.print(program), PROGRAMS.print(again));
    assertArrayEquals(bytes, PROGRAMS.encode(again));
  }

  @Property(tries = 300)
  void any_bytes_are_a_program_that_can_be_encoded(@ForAll byte[] bytes) {
    List<Sample> program = PROGRAMS.decode(bytes);
    assertEquals(
        PROGRAMS.print(program), PROGRAMS.print(PROGRAMS.decode(PROGRAMS.encode(program))));
  }

  @Test
  void a_step_that_is_rejected_is_followed_by_others_and_one_that_crashes_is_the_last() {
    byte[] four = HexFormat.of().parseHex("04" + "03000000" + "00" + "00".repeat(16) + "04");
    Run run =
        PROGRAMS.run(
            four,
            Rejections.when(IllegalStateException.class, "refused"),
            operation ->
                switch (operation) {
                  case Sample.Nothing() -> "said";
                  case Sample.Lists _ -> throw new IllegalStateException();
                  default -> throw new ArithmeticException();
                });

    assertEquals(3, run.steps().size(), run::toString);
    assertEquals(Map.of("nothing", "said"), run.steps().getFirst());
    assertTrue(
        ((Map<?, ?>) run.steps().get(1)).get("lists") instanceof Part.Rejected, run::toString);
  }

  @Test
  void what_no_operation_can_hold_is_named() {
    IllegalArgumentException wrong =
        assertThrows(IllegalArgumentException.class, () -> Programs.of(Wrong.class));
    assertTrue(String.valueOf(wrong.getMessage()).startsWith("Text.text: "), wrong::toString);
  }

  @AtMost(1)
  sealed interface Wrong {
    record Text(String text) implements Wrong {}
  }

  @Provide
  Arbitrary<List<Sample>> programs() {
    return ProgramArbitrary.of(Sample.class).programs();
  }

  private static void assertDecodes(String hex, List<String> program) {
    byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
    assertEquals(program, PROGRAMS.print(PROGRAMS.decode(bytes)));
  }
}
