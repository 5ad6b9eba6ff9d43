package dev.lockstep.targets.type1;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Generates small programs of Type 1 that are well formed. */
public final class ProgramGenerator implements Supplier<Arbitrary<byte[]>> {
  private static final List<String> NAMES = List.of("A", "grave", "a.b", "x", "Z");

  @Override
  public Arbitrary<byte[]> get() {
    Arbitrary<List<String>> glyphs = charstrings().list().ofMaxSize(NAMES.size());
    return Combinators.combine(values(), codes(), draws(), draws(), glyphs)
        .as(ProgramGenerator::program)
        .map(text -> text.getBytes(StandardCharsets.US_ASCII));
  }

  private static String program(
      String values, String codes, String first, String second, List<String> glyphs) {
    StringBuilder text = new StringBuilder("FontName Seed\nFontBBox 0 -200 1000 800\n");
    text.append(values).append(codes);
    text.append("subr " + first + " return\nsubr 10 20 hstem return\nsubr " + second + " return\n");
    text.append("glyph .notdef 0 250 hsbw endchar\n");
    for (int i = 0; i < glyphs.size(); i++) {
      text.append("glyph " + NAMES.get(i) + " " + glyphs.get(i) + "\n");
    }
    return text.toString();
  }

  private static Arbitrary<String> values() {
    Arbitrary<String> number =
        Arbitraries.of("0", "-12", "100", "32767", "32768", "99999", "-12.5", "0.5", "-0.25");
    Arbitrary<String> key =
        Arbitraries.of("ItalicAngle", "UnderlinePosition", "UnderlineThickness");
    Arbitrary<String> line =
        Arbitraries.oneOf(
            Combinators.combine(key, number).as((k, n) -> k + " " + n + "\n"),
            Arbitraries.of("isFixedPitch true\n", "isFixedPitch false\n"),
            Arbitraries.of("Weight Bold\n", "Notice \n", "version 1.0\n", "FullName A b\n"));
    return line.list()
        .uniqueElements(text -> text.substring(0, text.indexOf(' ')))
        .ofMaxSize(3)
        .map(lines -> String.join("", lines));
  }

  private static Arbitrary<String> codes() {
    return Arbitraries.of("", "code 65 A\n", "code 0 x\ncode 255 A\n", "code 1 none\n");
  }

  private static Arbitrary<String> charstrings() {
    Arbitrary<String> start =
        Arbitraries.frequencyOf(
            Tuple.of(8, numbers(2).map(text -> text + " hsbw")),
            Tuple.of(1, numbers(4).map(text -> text + " sbw")));
    Arbitrary<String> hints =
        Arbitraries.frequency(
            Tuple.of(6, ""), Tuple.of(1, " 10 20 hstem"), Tuple.of(1, " 1 2 3 4 5 6 vstem3"));
    Arbitrary<String> contour =
        Combinators.combine(moves(), operations().list().ofMinSize(1).ofMaxSize(4))
            .as((move, all) -> " " + move + " " + String.join(" ", all) + " closepath");
    Arbitrary<String> drawn =
        Combinators.combine(start, hints, contour.list().ofMaxSize(3))
            .as((s, h, all) -> s + h + String.join("", all) + " endchar");
    Arbitrary<String> accented =
        Combinators.combine(start, numbers(3)).as((s, n) -> s + " " + n + " 65 193 seac");
    return Arbitraries.frequencyOf(Tuple.of(12, drawn), Tuple.of(1, accented));
  }

  private static Arbitrary<String> moves() {
    return Arbitraries.oneOf(
        numbers(2).map(text -> text + " rmoveto"),
        numbers(1).map(text -> text + " hmoveto"),
        numbers(1).map(text -> text + " vmoveto"));
  }

  private static Arbitrary<String> operations() {
    return Arbitraries.frequencyOf(
        Tuple.of(20, draws()),
        Tuple.of(2, Arbitraries.of("4 callsubr", "6 callsubr")),
        Tuple.of(1, Arbitraries.just("5 hints")),
        Tuple.of(1, numbers(17).map(text -> text + " flex")),
        Tuple.of(1, Arbitraries.of("100 4 div hlineto", "10 4 div vlineto", "1 3 div hlineto")));
  }

  private static Arbitrary<String> draws() {
    return Arbitraries.oneOf(
        numbers(2).map(text -> text + " rlineto"),
        numbers(1).map(text -> text + " hlineto"),
        numbers(1).map(text -> text + " vlineto"),
        numbers(6).map(text -> text + " rrcurveto"),
        numbers(4).map(text -> text + " vhcurveto"),
        numbers(4).map(text -> text + " hvcurveto"));
  }

  private static Arbitrary<String> numbers(int count) {
    return Arbitraries.integers()
        .between(-200, 300)
        .list()
        .ofSize(count)
        .map(all -> all.stream().map(String::valueOf).collect(Collectors.joining(" ")));
  }
}
