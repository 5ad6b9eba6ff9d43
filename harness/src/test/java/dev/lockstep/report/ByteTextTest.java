package dev.lockstep.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class ByteTextTest {

  @Test
  void text_is_quoted_as_a_programmer_would_type_it() {
    assertEquals(
        "\"a\\tb\\n\\r\\f\\\\ \\\"\\x00\\x7f\\x80\"",
        ByteText.quoted(
            new byte[] {'a', '\t', 'b', '\n', '\r', '\f', '\\', ' ', '"', 0, 0x7f, (byte) 0x80}));
  }

  @Test
  void an_empty_input_is_named_as_such() {
    assertEquals("\"\"", ByteText.quoted(new byte[0]));
    assertEquals("(empty)", ByteText.hexDump(new byte[0]));
  }

  @Test
  void a_terminal_never_gets_a_control_character_from_an_input() {
    for (int i = 0; i < 256; i++) {
      byte[] one = {(byte) i};
      assertTrue(ByteText.quoted(one).chars().allMatch(c -> c >= ' ' && c < 0x7F));
      assertTrue(ByteText.hexDump(one).chars().allMatch(c -> c >= ' ' && c < 0x7F));
    }
  }

  @Test
  void what_is_long_is_cut_and_says_how_much_is_missing() {
    byte[] exact = new byte[48];
    byte[] more = new byte[50];

    assertEquals(3, ByteText.hexDump(exact).lines().count());
    assertEquals("… 2 more bytes", ByteText.hexDump(more).lines().toList().getLast());
    assertTrue(ByteText.quoted(exact).endsWith("\\x00\""));
    assertTrue(ByteText.quoted(more).endsWith("\\x00\" …"));
  }
}
