package dev.lockstep.targets.type1.program;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** The seeds: small programs, each for one thing, on which both sides agree. */
public final class Seeds {
  private static final String HEAD = "FontName Seed\nFontBBox 0 -200 1000 800\n";
  private static final String NOTDEF = "glyph .notdef 0 250 hsbw endchar\n";
  private static final String BOX =
      "glyph A 50 600 hsbw 0 hmoveto 500 hlineto 700 vlineto -500 hlineto closepath endchar\n";

  /**
   * A seed.
   *
   * @param reason why it is there
   */
  public record Seed(String name, String reason, String text) {
    /** What the file holds. */
    public byte[] bytes() {
      return text.getBytes(StandardCharsets.US_ASCII);
    }
  }

  private Seeds() {}

  /** All of them. */
  public static List<Seed> all() {
    return List.of(
        new Seed("plain", "a box: the least that is a font", HEAD + NOTDEF + BOX),
        new Seed(
            "values",
            "every value that is observed",
            HEAD
                + "FullName Seed Bold\nFamilyName Seed\nWeight Bold\nversion 001.001\nNotice none\n"
                + "ItalicAngle -12\nUnderlinePosition -75\nUnderlineThickness 20\n"
                + "isFixedPitch true\n"
                + NOTDEF),
        new Seed(
            "lines_and_curves",
            "lines and curves of each kind",
            HEAD
                + NOTDEF
                + "glyph A 0 500 hsbw 10 20 rmoveto 30 40 rlineto 50 hlineto 60 vlineto closepath"
                + " endchar\n"
                + "glyph B 0 500 hsbw 10 vmoveto 1 2 3 4 5 6 rrcurveto 10 20 30 40 vhcurveto"
                + " 10 20 30 40 hvcurveto closepath endchar\n"),
        new Seed(
            "contours",
            "two contours, the second from where the first began",
            HEAD
                + NOTDEF
                + "glyph A 0 500 hsbw 10 hmoveto 100 hlineto 100 vlineto closepath"
                + " 50 50 rmoveto 20 hlineto 20 vlineto closepath endchar\n"),
        new Seed(
            "hints",
            "stems, three at once, and a dot",
            HEAD
                + NOTDEF
                + "glyph A 0 500 hsbw 10 20 hstem 30 40 vstem 1 2 3 4 5 6 hstem3 1 2 3 4 5 6 vstem3"
                + " 10 hmoveto 100 hlineto 100 vlineto closepath dotsection endchar\n"),
        new Seed(
            "subrs",
            "subroutines, one that calls another, one that ends the glyph",
            HEAD
                + "subr 100 hlineto return\nsubr 4 callsubr 100 vlineto return\n"
                + "subr closepath endchar\n"
                + NOTDEF
                + "glyph A 0 500 hsbw 10 hmoveto 5 callsubr 6 callsubr\n"),
        new Seed(
            "bearings",
            "side bearings, also below zero",
            HEAD
                + NOTDEF
                + "glyph A -20 500 hsbw 10 hmoveto 100 hlineto 100 vlineto closepath endchar\n"),
        new Seed(
            "encoding",
            "an encoding of its own",
            HEAD + "code 65 A\ncode 200 A\ncode 66 gone\n" + NOTDEF + BOX),
        new Seed(
            "numbers",
            "numbers in each of their forms",
            HEAD
                + NOTDEF
                + "glyph A 107 1131 hsbw -107 108 rmoveto -108 -1131 rlineto 1132 -1132 rlineto"
                + " 5000 hlineto closepath endchar\n"));
  }
}
