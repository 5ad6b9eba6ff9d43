package dev.lockstep.cause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BytePatternTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          "ab"               | ab      | true
          "ab"               | abc     | false
          "ab"               | a       | false
          "a" ..             | a       | true
          .. "a"             | bba     | true
          .. "a"             | bbab    | false
          "a" .. "b" .. "c"  | axbbycc | true
          "a" .. "b" .. "c"  | acb     | false
          .                  | x       | true
          .                  | xy      | false
          [30-39 41] 42      | 7B      | true
          [30-39 41] 42      | AB      | true
          [30-39 41] 42      | :B      | false
          [^30-39] .. [62]   | aab     | true
          [^30-39] .. [62]   | 0ab     | false
          "\\"\\\\"            | "\\      | true
          """)
  void matchesWholeInputs(String pattern, String input, boolean matches) {
    assertEquals(matches, BytePattern.parse(pattern).matches(bytes(input)));
  }

  @Test
  void theEmptyPatternMatchesTheEmptyInput() {
    assertTrue(BytePattern.parse("").matches(new byte[0]));
    assertEquals(false, BytePattern.parse("").matches(new byte[1]));
    assertTrue(BytePattern.parse(".. ..").matches(new byte[0]));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          "ab"
          "a\\"\\\\b"
          "a" 0a .. [30-39] [^00] . "z"
          [00-1f 7f]
          """)
  void isWrittenAsItIsRead(String pattern) {
    assertEquals(pattern, BytePattern.parse(pattern).toString());
  }

  @Test
  void bytesThatArePrintableAreWrittenAsText() {
    assertEquals("\"a\\\"\" ff", BytePattern.exactly(new byte[] {'a', '"', -1}).toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          "ab        | `"` is missing, or a character that is written in hexadecimal, at character 4
          [30-3      | two hexadecimal digits were expected, at character 5
          [39-30]    | a range goes from the lower byte to the higher, at character 7
          "a"b       | a space belongs between two elements, at character 4
          xy         | two hexadecimal digits were expected, at character 1
          """)
  void saysWhatIsWrongAndWhere(String pattern, String message) {
    IllegalArgumentException wrong =
        assertThrows(IllegalArgumentException.class, () -> BytePattern.parse(pattern));
    assertEquals(message, wrong.getMessage());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
