package dev.lockstep.cause;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several patterns of one cause. */
final class FormsTest {

  @Test
  void one_of_them_has_to_match() {
    Forms forms = Forms.parse(".. [80-9f] .. | \"a|b\"");

    assertTrue(forms.matches(bytes("x\u0085")));
    assertTrue(forms.matches(bytes("a|b")));
    assertFalse(forms.matches(bytes("a")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"a\"", "\"|\" | \"a|b\"", ".. 0b .. | .. a0 ..", "\"a\" | \"b\" | 00"})
  void they_are_written_as_they_are_read(String text) {
    assertEquals(text, Forms.parse(text).toString());
  }

  @Test
  void what_is_wrong_is_said_with_its_place() {
    assertEquals(
        "two hexadecimal digits were expected, at character 6",
        assertThrows(IllegalArgumentException.class, () -> Forms.parse("00 | 0x")).getMessage());
  }

  @Test
  void each_stands_once_and_what_was_there_first_stays_first() {
    Forms forms = Forms.parse("00 | 01").and(Forms.parse("01 | 02").patterns());

    assertEquals("00 | 01 | 02", forms.toString());
    assertEquals(
        "01, 02", String.join(", ", forms.others().stream().map(Object::toString).toList()));
  }

  @Test
  void a_single_pattern_is_no_list_of_them() {
    assertEquals(
        "one pattern was expected, at character 4",
        assertThrows(IllegalArgumentException.class, () -> BytePattern.parse("00 | 01"))
            .getMessage());
    assertEquals(1, Forms.of(BytePattern.parse("00")).patterns().size());
    assertThrows(IllegalArgumentException.class, () -> new Forms(List.of()));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(ISO_8859_1);
  }
}
