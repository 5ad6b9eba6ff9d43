package dev.lockstep.targets.cff;

import dev.lockstep.targets.cff.font.Type2;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Generates charstrings that are well formed, operator by operator. */
final class CharstringGenerator {
  private CharstringGenerator() {}

  /** Whole glyphs: perhaps hints, contours, an end. */
  static Arbitrary<byte[]> glyphs() {
    Arbitrary<String> hints =
        Arbitraries.frequency(
            Tuple.of(5, ""),
            Tuple.of(1, "10 20 hstem"),
            Tuple.of(1, "50 10 20 hstem"),
            Tuple.of(1, "10 20 hstemhm 30 40 hintmask:c0"));
    Arbitrary<String> contour =
        Combinators.combine(moves(), operations().list().ofMinSize(1).ofMaxSize(4))
            .as((move, draws) -> move + " " + String.join(" ", draws));
    Arbitrary<String> end =
        Arbitraries.frequency(Tuple.of(8, "endchar"), Tuple.of(1, "0 0 65 193 endchar"));
    return Combinators.combine(hints, contour.list().ofMaxSize(3), end)
        .as((hint, contours, last) -> hint + " " + String.join(" ", contours) + " " + last)
        .map(Type2::of);
  }

  /** Subroutines that draw. */
  static Arbitrary<byte[]> subrs() {
    return draws().map(text -> Type2.of(text + " return"));
  }

  private static Arbitrary<String> moves() {
    return Arbitraries.oneOf(
        numbers(2).map(text -> text + " rmoveto"),
        numbers(1).map(text -> text + " hmoveto"),
        numbers(1).map(text -> text + " vmoveto"));
  }

  private static Arbitrary<String> operations() {
    return Arbitraries.frequencyOf(
        Tuple.of(30, draws()),
        Tuple.of(3, Arbitraries.of("-107 callsubr", "-106 callgsubr")),
        Tuple.of(1, computed()));
  }

  private static Arbitrary<String> draws() {
    record Form(String operator, List<Integer> counts) {}
    return Arbitraries.of(
            new Form("rlineto", List.of(2, 4)),
            new Form("hlineto", List.of(1, 2, 3)),
            new Form("vlineto", List.of(1, 2, 3)),
            new Form("rrcurveto", List.of(6, 12)),
            new Form("hhcurveto", List.of(4, 5, 8, 9)),
            new Form("vvcurveto", List.of(4, 5, 8, 9)),
            new Form("hvcurveto", List.of(4, 5, 8, 9, 12, 13)),
            new Form("vhcurveto", List.of(4, 5, 8, 9, 12, 13)),
            new Form("rcurveline", List.of(8, 14)),
            new Form("rlinecurve", List.of(8, 10)),
            new Form("flex", List.of(13)),
            new Form("hflex", List.of(7)),
            new Form("hflex1", List.of(9)),
            new Form("flex1", List.of(11)))
        .flatMap(form ->
            Arbitraries.of(form.counts())
                .flatMap(count -> numbers(count).map(text -> text + " " + form.operator())));
  }

  private static Arbitrary<String> computed() {
    return Arbitraries.of(
        "100 4 div hlineto",
        "10 20 add hlineto",
        "10 20 sub vlineto",
        "10 neg hlineto",
        "-10 abs vlineto",
        "10 20 exch rlineto",
        "10 dup rlineto",
        "10 20 drop hlineto",
        "16 sqrt hlineto",
        "3 5 mul hlineto",
        "10 20 30 3 1 roll hlineto",
        "10 20 1 index hlineto",
        "1 2 3 4 ifelse hlineto",
        "42 0 put 0 get hlineto");
  }

  private static Arbitrary<String> numbers(int count) {
    return Arbitraries.frequencyOf(
            Tuple.of(200, Arbitraries.integers().between(-200, 200).map(String::valueOf)),
            Tuple.of(1, Arbitraries.of("0.5", "-0.25", "100.75", "1131", "-1132")))
        .list()
        .ofSize(count)
        .map(words -> words.stream().collect(Collectors.joining(" ")));
  }
}
