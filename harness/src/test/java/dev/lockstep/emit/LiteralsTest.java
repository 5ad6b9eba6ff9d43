package dev.lockstep.emit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

/** Whatever bytes and text a finding holds, what is written compiles and means the same. */
final class LiteralsTest {
  @Test
  void bytes_of_rust_are_readable_where_they_can_be() {
    assertEquals("b\"\"", Literals.rustBytes(new byte[0], ""));
    assertEquals(
        "b\"a b\\\"c\\\\d\\n\\r\\t\\x00\\x7f\\xff\"",
        Literals.rustBytes("a b\"c\\d\n\r\t\0\u007f\u00ff".getBytes(ISO_8859_1), ""));
  }

  @Test
  void a_line_of_rust_does_not_begin_with_what_would_be_passed_over() {
    String line = "x".repeat(72);
    assertEquals(
        "b\"" + line + "\\\n  \\x20" + " y\"",
        Literals.rustBytes((line + "  y").getBytes(ISO_8859_1), "  "));
    assertEquals(
        "b\"" + line + "\\\n  \\ty\"",
        Literals.rustBytes((line + "\ty").getBytes(ISO_8859_1), "  "));
  }

  @Test
  void text_is_escaped_where_the_language_asks_for_it() {
    assertEquals("\"a\\\"\\\\\\u{a}\\u{1f600}\"", Literals.rustText("a\"\\\n\ud83d\ude00"));
    assertEquals("\"a\\\"\\\\\\n\\r\\u0007\\ud83d\"", Literals.javaText("a\"\\\n\r\u0007\ud83d"));
  }

  @Test
  void bytes_of_java_are_digits_on_lines_of_bounded_length() {
    assertEquals("HexFormat.of().parseHex(\"\")", Literals.javaBytes(new byte[0], ""));
    assertEquals("HexFormat.of().parseHex(\"00ff\")", Literals.javaBytes(new byte[] {0, -1}, ""));
    String digits = "00".repeat(36);
    assertEquals(
        "HexFormat.of().parseHex(\"" + digits + "\"\n  + \"00\")",
        Literals.javaBytes(new byte[37], "  "));
  }

  @Test
  void a_comment_is_one_line_whatever_it_is_about() {
    assertEquals("// a b c d e", Literals.javaComment("a\nb\rc\u2028d\u202ee"));
    assertEquals("//! a b c d e", Literals.rustComment("a\nb\rc\u2028d\u202ee"));
  }

  @Test
  void a_comment_of_java_holds_no_escape() {
    assertEquals("// a \\\\u12g4", Literals.javaComment("a \\u12g4"));
    assertFalse(Literals.javaComment("").endsWith(" "));
    assertEquals("//!", Literals.rustComment(""));
  }
}
