package dev.lockstep.cbor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lockstep.Part;
import dev.lockstep.cbor.Encoder.Detail;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@NullMarked
final class NodePrinterTest {
  private record Font(
      int unitsPerEm, double angle, List<Integer> box, Map<Integer, Object> cmap, Object kern) {}

  private static final Font FONT =
      new Font(
          1000,
          -12,
          List.of(0, -200, 1000, 800),
          Map.of(65, Map.of("glyph", 3), 66, new Part.Rejected("malformed", "no glyph")),
          new Part.Crashed("panic", "src/kern.rs:12", "index out of bounds"));

  @Test
  void aTreeHasALineForEachField() {
    assertEquals(
        """
        {
          "box": [0, -200, 1000, 800],
          "cmap": {
            65: {
              "glyph": 3
            },
            66: rejected(malformed: no glyph)
          },
          "kern": crashed(panic at src/kern.rs:12: index out of bounds),
          "angle": -12.0,
          "units_per_em": 1000
        }\
        """,
        NodePrinter.pretty(node(FONT)));
  }

  @Test
  void aListThatIsTooWideOrHoldsMoreThanPlainValuesHasALineForEachItem() {
    List<String> wide = Collections.nCopies(3, "x".repeat(24));
    assertEquals(
        """
        [
          [],
          {},
          [
            "xxxxxxxxxxxxxxxxxxxxxxxx",
            "xxxxxxxxxxxxxxxxxxxxxxxx",
            "xxxxxxxxxxxxxxxxxxxxxxxx"
          ],
          [
            [1, 2]
          ]
        ]\
        """,
        NodePrinter.pretty(node(List.of(List.of(), Map.of(), wide, List.of(List.of(1, 2))))));
  }

  @Test
  void noLineOfAListIsWiderThan80Columns() {
    for (int size = 1; size < 60; size++) {
      List<Integer> numbers = IntStream.range(0, size).boxed().toList();
      String pretty = NodePrinter.pretty(node(Map.of("numbers", numbers, "then", 1)));
      pretty.lines().forEach(line -> assertEquals(true, line.length() <= 80, line));
    }
  }

  @Test
  void plainValuesAreShownAsWhatTheyAre() {
    assertEquals("null", line(null));
    assertEquals("true", line(true));
    assertEquals("-7", line(-7));
    assertEquals("1.0", line(1f));
    assertEquals("-0.0", line(-0.0));
    assertEquals("1.0E300", line(1e300));
    assertEquals("NaN", line(Double.NaN));
    assertEquals("-Infinity", line(Double.NEGATIVE_INFINITY));
    assertEquals("h''", line(new byte[0]));
    assertEquals("h'00ff'", line(new byte[] {0, -1}));
    assertEquals("\"\"", line(""));
    assertEquals("{1: \"int\", \"1\": \"text\"}", line(Map.of("1", "text", 1, "int")));
  }

  @Test
  void whatCannotBeSeenInATextIsEscaped() {
    assertEquals("\"a\\\"b\\\\c'\"", line("a\"b\\c'"));
    assertEquals("\"\\n\\r\\t\\u0000\\u001b\\u007f\\u0085\"", line("\n\r\t\0\u001b\u007f\u0085"));
    assertEquals("\"\\ud800 \\udc00\"", line("\ud800 \udc00"));
    assertEquals("\"é漢😀\"", line("é漢😀"));
    assertEquals("\"\\u00a0\\u200b\\u202e\\ufeff\\u2028\"", line("\u00a0\u200b\u202e\ufeff\u2028"));
  }

  @Test
  void partsShowTheirDetailsIfThereAreAny() {
    assertEquals("rejected(bad)", line(new Part.Rejected("bad", "")));
    assertEquals("rejected(bad: a\\nb)", line(new Part.Rejected("bad", "a\nb")));
    assertEquals("crashed(panic at a.rs:1)", line(new Part.Crashed("panic", "a.rs:1", "")));
    assertEquals("crashed(panic at a.rs:1: oh)", line(new Part.Crashed("panic", "a.rs:1", "oh")));
  }

  @Test
  void aBriefTextIsCutToItsLength() {
    Node node = node(List.of("abc", 1, Map.of("k", new byte[] {1, 2})));
    assertEquals("[\"abc\", 1, {\"k\": h'0102'}]", NodePrinter.brief(node, 26));
    assertEquals("[\"abc\", 1, {\"k\": h'0102'…", NodePrinter.brief(node, 25));
    assertEquals("[\"ab…", NodePrinter.brief(node, 5));
    assertEquals("…", NodePrinter.brief(node, 1));
    assertThrows(IllegalArgumentException.class, () -> NodePrinter.brief(node, 0));
  }

  @Test
  void aBriefTextNeverCutsAPairOfSurrogates() {
    Node node = node("😀😀😀");
    assertEquals("\"😀…", NodePrinter.brief(node, 4));
    assertEquals("\"😀…", NodePrinter.brief(node, 5));
    assertEquals("\"😀😀…", NodePrinter.brief(node, 6));
    assertEquals("\"😀😀😀\"", NodePrinter.brief(node, 8));
  }

  private static String line(@Nullable Object tree) {
    return NodePrinter.brief(node(tree), Integer.MAX_VALUE);
  }

  private static Node node(@Nullable Object tree) {
    return Cbor.decode(Cbor.encode(tree, Detail.EXPLAINED));
  }
}
