package dev.lockstep.targets.cff.font;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** The seeds: small fonts, each for one thing, on which both sides agree. */
public final class Seeds {
  private static final byte[] BOX = Type2.of("50 0 rmoveto 500 700 -500 hlineto endchar");
  private static final byte[] NOTDEF = Type2.of("250 0 hmoveto 100 hlineto 100 vlineto endchar");

  private static final int[] NO_NAMES = {};

  /** The string ids of {@code A}, {@code B} and {@code C}. */
  private static final int[] ABC = {0, 34, 35, 36};

  /**
   * A seed.
   *
   * @param reason why it is there
   */
  public record Seed(String name, String reason, CffFile font) {}

  private Seeds() {}

  /** All of them. */
  public static List<Seed> all() {
    List<Seed> seeds = new ArrayList<>();
    seeds.add(new Seed("plain", "two boxes: the least that is a font", plain()));
    charstrings(seeds);
    hints(seeds);
    subroutines(seeds);
    values(seeds);
    charsets(seeds);
    encodings(seeds);
    return seeds;
  }

  /** The least that is a font: {@code .notdef} and {@code A}. */
  public static CffFile plain() {
    return font(new int[] {0, 34}, List.of(NOTDEF, BOX));
  }

  private static CffFile font(int[] names, List<byte[]> charstrings) {
    return new CffFile(
        4,
        ascii("Seed"),
        List.of(Entry.of(Operators.FONT_BBOX, 0, -200, 1000, 800)),
        List.of(),
        List.of(),
        names.length == 0 ? 0 : -1,
        names,
        0,
        new byte[0],
        charstrings,
        List.of(Entry.of(Operators.DEFAULT_WIDTH, 500), Entry.of(Operators.NOMINAL_WIDTH, 600)),
        List.of());
  }

  /** The glyphs of these charstrings, behind {@code .notdef}, named {@code A} and so on. */
  private static CffFile drawn(String... charstrings) {
    List<byte[]> all = new ArrayList<>(List.of(NOTDEF));
    int[] names = new int[charstrings.length + 1];
    for (int i = 0; i < charstrings.length; i++) {
      all.add(Type2.of(charstrings[i]));
      names[i + 1] = 34 + i;
    }
    return font(names, all);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static void charstrings(List<Seed> seeds) {
    seeds.add(
        new Seed(
            "lines",
            "lines of each kind, one and several at once",
            drawn(
                "10 20 rmoveto 30 40 rlineto 50 60 -70 80 rlineto endchar",
                "10 hmoveto 20 hlineto 30 -40 50 hlineto endchar",
                "10 vmoveto 20 vlineto 30 -40 50 60 vlineto endchar")));
    seeds.add(
        new Seed(
            "curves",
            "curves of each kind, with and without the odd number",
            drawn(
                "10 20 rmoveto 1 2 3 4 5 6 7 8 9 10 11 12 rrcurveto endchar",
                "5 vmoveto 10 20 30 40 hhcurveto 7 10 20 30 40 hhcurveto endchar",
                "5 hmoveto 10 20 30 40 vvcurveto 7 10 20 30 40 vvcurveto endchar",
                "5 hmoveto 10 20 30 40 hvcurveto 10 20 30 40 9 hvcurveto endchar",
                "5 hmoveto 10 20 30 40 50 60 70 80 vhcurveto 10 20 30 40 9 vhcurveto endchar")));
    seeds.add(
        new Seed(
            "curves_and_lines",
            "curves that end in a line, lines that end in a curve",
            drawn(
                "0 0 rmoveto 1 2 3 4 5 6 70 80 rcurveline endchar",
                "0 0 rmoveto 10 20 30 40 1 2 3 4 5 6 rlinecurve endchar")));
    seeds.add(
        new Seed(
            "flex",
            "flex in three of its forms",
            drawn(
                "0 hmoveto 10 0 10 5 10 5 10 0 10 -5 10 -5 50 flex endchar",
                "0 hmoveto 10 10 5 10 10 10 10 hflex endchar",
                "0 hmoveto 10 5 10 5 10 0 10 0 10 -5 20 flex1 endchar",
                "0 hmoveto 5 10 5 10 0 10 0 10 -5 10 20 flex1 endchar")));
    seeds.add(
        new Seed(
            "contours",
            "several contours, some of them only a point",
            drawn(
                "0 hmoveto 100 hlineto 100 vlineto 50 50 rmoveto 20 hlineto 20 vlineto endchar",
                "10 hmoveto 20 hmoveto 30 vmoveto 40 40 rlineto endchar",
                "10 10 rmoveto 50 hlineto 50 vlineto -50 -50 rlineto endchar",
                "endchar")));
    seeds.add(
        new Seed(
            "numbers",
            "numbers in each of their forms, at the ends of their ranges",
            drawn(
                "-107 107 rmoveto 108 1131 rlineto -108 -1131 rlineto endchar",
                "1132 -1132 rmoveto 2000 -3000 rlineto 255.0 -255.0 rlineto endchar")));
    seeds.add(
        new Seed(
            "widths",
            "widths that stand before each of the operators that may have one",
            drawn(
                "-100 10 20 rmoveto 30 hlineto 30 vlineto endchar",
                "50 10 hmoveto 30 hlineto 30 vlineto endchar",
                "0 10 vmoveto 30 hlineto 30 vlineto endchar",
                "77 endchar",
                "33 10 20 hstem 0 hmoveto 30 hlineto 30 vlineto endchar")));
    seeds.add(
        new Seed(
            "division",
            "a division that comes out even",
            drawn("100 2 div 0 rmoveto 30 hlineto 60 3 div vlineto endchar")));
    seeds.add(
        new Seed(
            "accented",
            "a letter with an accent, by `endchar` with four numbers",
            font(
                new int[] {0, 34, 125, 172},
                List.of(
                    NOTDEF,
                    BOX,
                    Type2.of("10 20 rmoveto 30 40 rlineto 50 hlineto endchar"),
                    Type2.of("100 200 65 194 endchar")))));
  }

  private static void hints(List<Seed> seeds) {
    seeds.add(
        new Seed(
            "stems",
            "stems, and the masks behind them, with stems that need not be said",
            drawn(
                "10 20 hstem 30 40 vstem 0 hmoveto 50 hlineto 60 vlineto endchar",
                "10 20 hstemhm 30 40 hintmask:c0 0 hmoveto 50 hlineto hintmask:40 60 vlineto endchar",
                "1 2 3 4 hstemhm 5 6 7 8 vstemhm cntrmask:f0 hintmask:a0 0 hmoveto 9 hlineto 9 vlineto endchar",
                "1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 hstemhm hintmask:ff80 0 hmoveto 9 hlineto 9 vlineto endchar")));
  }

  private static void subroutines(List<Seed> seeds) {
    CffFile calls =
        drawn(
            "0 hmoveto -107 callsubr -106 callsubr endchar",
            "0 hmoveto -107 callgsubr endchar",
            "-105 callsubr");
    seeds.add(
        new Seed(
            "subrs",
            "subroutines: local, global, one that calls another, one that ends the glyph",
            calls.withSubrs(
                List.of(Type2.of("10 20 30 hlineto return")),
                List.of(
                    Type2.of("50 hlineto return"),
                    Type2.of("-107 callgsubr -107 callsubr return"),
                    Type2.of("40 10 hmoveto 30 vlineto 30 hlineto endchar")))));
  }

  private static void values(List<Seed> seeds) {
    CffFile plain = plain();
    List<Entry> values = new ArrayList<>(plain.top());
    values.addAll(
        List.of(
            Entry.of(Operators.VERSION, 391),
            Entry.of(Operators.NOTICE, 392),
            Entry.of(Operators.COPYRIGHT, 392),
            Entry.of(Operators.FULL_NAME, 393),
            Entry.of(Operators.FAMILY_NAME, 394),
            Entry.of(Operators.WEIGHT, 384),
            Entry.of(Operators.IS_FIXED_PITCH, 1),
            Entry.of(Operators.ITALIC_ANGLE, -12),
            Entry.of(Operators.UNDERLINE_POSITION, -75),
            Entry.of(Operators.UNDERLINE_THICKNESS, 20),
            Entry.of(13, 4_000_000)));
    seeds.add(
        new Seed(
            "values",
            "every value at the top that is observed",
            plain
                .withTop(values)
                .withStrings(
                    List.of(ascii("1.0"), ascii("Nobody's"), ascii("Seed Bold"), ascii("Seed")))));
    seeds.add(
        new Seed(
            "reals",
            "real numbers that halves and quarters can hold",
            plain.withTop(
                List.of(
                    new Entry(Operators.ITALIC_ANGLE, List.of(Numbers.real("-12.5"))),
                    new Entry(Operators.UNDERLINE_POSITION, List.of(Numbers.real("-1.25E2"))),
                    new Entry(
                        Operators.FONT_MATRIX,
                        List.of(
                            Numbers.real("0.001"),
                            Numbers.integer(0),
                            Numbers.integer(0),
                            Numbers.real("1C3"),
                            Numbers.integer(0),
                            Numbers.integer(0)))))));
    seeds.add(
        new Seed(
            "private",
            "all of the Private DICT",
            plain.withPrivate(
                List.of(
                    Entry.of(6, -10, 10, 500, 10),
                    Entry.of(7, -200, 10),
                    Entry.of(10, 40),
                    Entry.of(11, 80),
                    Entry.of(0x0C09, 0),
                    Entry.of(0x0C0E, 1),
                    Entry.of(Operators.DEFAULT_WIDTH, -20),
                    Entry.of(Operators.NOMINAL_WIDTH, 1000)))));
    seeds.add(
        new Seed("nothing_private", "a Private DICT of no bytes", plain.withPrivate(List.of())));
  }

  private static void charsets(List<Seed> seeds) {
    List<byte[]> four = List.of(NOTDEF, BOX, BOX, BOX);
    seeds.add(
        new Seed("charset_iso_adobe", "the charset that need not be said", font(NO_NAMES, four)));
    seeds.add(
        new Seed(
            "charset_expert", "predefined, for experts", withCharset(font(NO_NAMES, four), 1)));
    seeds.add(
        new Seed(
            "charset_expert_subset",
            "predefined, for fewer experts",
            withCharset(font(NO_NAMES, four), 2)));
    seeds.add(new Seed("charset_ranges", "ranges of format 1", withCharset(font(ABC, four), -2)));
    seeds.add(
        new Seed("charset_long_ranges", "ranges of format 2", withCharset(font(ABC, four), -3)));
    seeds.add(
        new Seed(
            "names",
            "names of its own",
            font(new int[] {0, 391, 393, 392}, four)
                .withStrings(List.of(ascii("alpha"), ascii("a.b"), ascii("x.alt")))));
    List<byte[]> many = new ArrayList<>(List.of(NOTDEF));
    many.addAll(List.of(BOX, BOX, BOX, BOX, BOX, BOX, BOX, BOX, BOX, BOX, BOX, BOX));
    many.addAll(List.of(BOX, BOX, BOX, BOX, BOX, BOX, BOX, BOX));
    seeds.add(
        new Seed("many_glyphs", "two dozen glyphs, all of them the same", font(NO_NAMES, many)));
  }

  private static CffFile withCharset(CffFile font, int charset) {
    return font.withAll(charset, font.names(), font.encoding(), font.codes(), font.charstrings());
  }

  private static void encodings(List<Seed> seeds) {
    CffFile abc = font(ABC, List.of(NOTDEF, BOX, BOX, BOX));
    seeds.add(
        new Seed(
            "encoding_expert",
            "the predefined one for experts",
            withCharset(font(NO_NAMES, Arrays.asList(NOTDEF, BOX, BOX, BOX)), 1)
                .withEncoding(1, new byte[0])));
    seeds.add(new Seed("encoding_codes", "format 0", abc.withEncoding(-1, hex("0003610262"))));
    seeds.add(new Seed("encoding_ranges", "format 1", abc.withEncoding(-1, hex("010220004101"))));
    seeds.add(
        new Seed(
            "encoding_supplement",
            "a glyph with two codes",
            abc.withEncoding(-1, hex("8002616201ff0022"))));
  }

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text);
  }
}
