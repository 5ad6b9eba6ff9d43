package dev.lockstep.targets.properties;

import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Generates property files: mostly well formed, with every feature of the format near every other.
 *
 * <p>Text is built one {@code char} a byte (Latin-1), so a generated character and a byte of the
 * input are the same thing.
 */
public final class PropertiesGenerator implements Supplier<Arbitrary<byte[]>> {
  private static final int LINES_MAX = 8;
  private static final int PIECES_MAX = 5;

  @Override
  public Arbitrary<byte[]> get() {
    Arbitrary<String> line = Combinators.combine(line(), terminator()).as(String::concat);
    // The last line has no terminator of its own: the end of the input is one.
    return Combinators.combine(mark(), line.list().ofMaxSize(LINES_MAX), line())
        .as((mark, lines, last) -> mark + String.join("", lines) + last)
        .map(text -> text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** What some editors put in front of a file, though the format does not know it. */
  private static Arbitrary<String> mark() {
    return Arbitraries.frequency(
        Tuple.of(30, ""),
        Tuple.of(1, "\u00ef\u00bb\u00bf"),
        Tuple.of(1, "\u00ff\u00fe"),
        Tuple.of(1, "\u00fe\u00ff"));
  }

  private static Arbitrary<String> terminator() {
    return Arbitraries.frequency(Tuple.of(6, "\n"), Tuple.of(2, "\r\n"), Tuple.of(2, "\r"));
  }

  private static Arbitrary<String> line() {
    return Arbitraries.frequencyOf(
        Tuple.of(8, pair()),
        Tuple.of(2, comment()),
        Tuple.of(2, whitespace()),
        Tuple.of(1, text()));
  }

  private static Arbitrary<String> pair() {
    return Combinators.combine(whitespace(), text(), separator(), text())
        .as((indent, key, separator, value) -> indent + key + separator + value);
  }

  private static Arbitrary<String> comment() {
    return Combinators.combine(whitespace(), Arbitraries.of("#", "!"), text())
        .as((indent, sign, text) -> indent + sign + text);
  }

  private static Arbitrary<String> separator() {
    return Combinators.combine(whitespace(), Arbitraries.of("=", ":", " ", ""), whitespace())
        .as((before, separator, after) -> before + separator + after);
  }

  private static Arbitrary<String> whitespace() {
    return Arbitraries.frequency(
        Tuple.of(6, ""),
        Tuple.of(3, " "),
        Tuple.of(1, "\t"),
        Tuple.of(1, "\f"),
        Tuple.of(1, " \t\f "),
        Tuple.of(1, "\u000b"),
        Tuple.of(1, "\u00a0"));
  }

  /** The pieces that keys, values and comments are made of, continuation lines included. */
  private static Arbitrary<String> text() {
    Arbitrary<String> piece =
        Arbitraries.frequencyOf(
            Tuple.of(10, Arbitraries.strings().withCharRange('a', 'z').ofMaxLength(3)),
            Tuple.of(2, Arbitraries.strings().withCharRange('\u0000', '\u00ff').ofLength(1)),
            Tuple.of(2, Arbitraries.of("\\t", "\\n", "\\r", "\\f", "\\\\", "\\b", "\\0")),
            Tuple.of(2, Arbitraries.of("\\=", "\\:", "\\ ", "\\#", "\\!", "=", ":", "#", "!")),
            Tuple.of(3, unicodeEscape()),
            Tuple.of(2, continuation()),
            Tuple.of(1, Arbitraries.just("\\")));
    return piece.list().ofMaxSize(PIECES_MAX).map(pieces -> String.join("", pieces));
  }

  private static Arbitrary<String> continuation() {
    return Combinators.combine(terminator(), whitespace())
        .as((terminator, indent) -> "\\" + terminator + indent);
  }

  private static Arbitrary<String> unicodeEscape() {
    Arbitrary<String> whole = Arbitraries.integers().between(0, 0xffff).map("\\u%04x"::formatted);
    Arbitrary<String> pair =
        Arbitraries.integers()
            .between(0x1_0000, 0x10_ffff)
            .map(point ->
                "\\u%04X\\u%04X"
                    .formatted(
                        (int) Character.highSurrogate(point), (int) Character.lowSurrogate(point)));
    Arbitrary<String> broken =
        Arbitraries.strings()
            .withChars("0aF+- uxG")
            .ofMinLength(0)
            .ofMaxLength(4)
            .map("\\u"::concat);
    return Arbitraries.frequencyOf(Tuple.of(4, whole), Tuple.of(1, pair), Tuple.of(1, broken));
  }
}
