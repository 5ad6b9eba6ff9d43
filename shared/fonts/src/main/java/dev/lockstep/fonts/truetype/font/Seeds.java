package dev.lockstep.fonts.truetype.font;

import static dev.lockstep.fonts.truetype.font.Shapes.blob;
import static dev.lockstep.fonts.truetype.font.Shapes.box;
import static dev.lockstep.fonts.truetype.font.Shapes.composite;
import static dev.lockstep.fonts.truetype.font.Shapes.contour;
import static dev.lockstep.fonts.truetype.font.Shapes.moved;
import static dev.lockstep.fonts.truetype.font.Shapes.polygon;
import static dev.lockstep.fonts.truetype.font.Shapes.simple;
import static dev.lockstep.fonts.truetype.font.Shapes.square;
import static dev.lockstep.fonts.truetype.font.Shapes.transformed;
import static dev.lockstep.fonts.truetype.font.Shapes.triangle;

import dev.lockstep.fonts.truetype.font.CharacterMap.ByteMap;
import dev.lockstep.fonts.truetype.font.CharacterMap.Group;
import dev.lockstep.fonts.truetype.font.CharacterMap.Groups;
import dev.lockstep.fonts.truetype.font.CharacterMap.ManyToOne;
import dev.lockstep.fonts.truetype.font.CharacterMap.Segment;
import dev.lockstep.fonts.truetype.font.CharacterMap.Segments;
import dev.lockstep.fonts.truetype.font.CharacterMap.Trimmed;
import dev.lockstep.fonts.truetype.font.Glyph.Component;
import dev.lockstep.fonts.truetype.font.Glyph.Empty;
import dev.lockstep.fonts.truetype.font.Glyph.Matrix;
import dev.lockstep.fonts.truetype.font.Glyph.Offset;
import dev.lockstep.fonts.truetype.font.Glyph.Scale;
import dev.lockstep.fonts.truetype.font.Glyph.ScaleXy;
import dev.lockstep.fonts.truetype.font.Glyph.Simple;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The fonts that fuzzing starts from. */
public final class Seeds {
  private static final Empty EMPTY = new Empty();
  private static final int HALF = 0x2000;
  private static final int ONE = 0x4000;

  private Seeds() {}

  /**
   * One font.
   *
   * @param name of the file, without its suffix
   * @param reason why it is there, in one line
   */
  public record Seed(String name, String reason, Font font) {}

  /** All of them; which a target takes is its own matter. */
  public static List<Seed> all() {
    List<Seed> seeds = new ArrayList<>();
    outlines(seeds);
    composites(seeds);
    metrics(seeds);
    characterMaps(seeds);
    names(seeds);
    glyphNames(seeds);
    files(seeds);
    return seeds;
  }

  private static void outlines(List<Seed> seeds) {
    add(seeds, "plain", "a box and a triangle: the least that is a font", font());
    add(
        seeds,
        "curves",
        "curves with and without points between them, sums odd and even",
        font()
            .glyphs(
                simple(contour("0,0 ~0,101 ~100,202 201,203 ~300,100 300,0")),
                simple(contour("10,10 ~21,33 40,40 ~50,10"))));
    add(
        seeds,
        "starts_off_curve",
        "the first point is off the curve and the last is on it",
        font().glyphs(simple(contour("~0,0 100,200 ~200,0 100,-200"))));
    add(
        seeds,
        "all_off_curve",
        "contours of control points alone, of two, three and four",
        font()
            .glyphs(
                simple(blob(0, 0, 0, 99, 100, 100, 101, 0)),
                simple(blob(0, 0, 50, 75, 100, 0)),
                simple(blob(0, 0, 100, 101))));
    add(
        seeds,
        "hole",
        "two contours, one inside the other",
        font().glyphs(simple(square(0, 0, 500), polygon(100, 100, 400, 100, 400, 400, 100, 400))));
    add(
        seeds,
        "closed_twice",
        "the last point repeats the first",
        font().glyphs(simple(polygon(0, 0, 100, 300, 200, 0, 0, 0))));
    add(
        seeds,
        "short_contours",
        "contours of one point and of two, on the curve and off it",
        font()
            .glyphs(
                simple(polygon(5, 5), square(0, 0, 90)),
                simple(square(0, 0, 90), blob(7, 7)),
                simple(polygon(0, 0, 80, 90)),
                simple(contour("0,0 ~80,90"))));
    add(
        seeds,
        "words",
        "every coordinate in 16 bits, no flag repeated",
        font().glyphs(new Simple(List.of(square(0, 0, 300), triangle()), false)));
    add(
        seeds,
        "repeated_flags",
        "a staircase: runs of the same flags",
        font().glyphs(simple(staircase(12))));
    add(
        seeds,
        "negative",
        "coordinates and bearings below zero",
        font().glyphs(simple(polygon(-300, -200, -100, 400, -10, -20))));
    add(
        seeds,
        "extremes",
        "coordinates at the ends of their range",
        font()
            .head(new Font.Head(16384, 0x0003, 0, 0))
            .glyph(simple(polygon(-16384, -16384, -16384, 16383, 16383, 16383)), 32767, 0));
    add(
        seeds,
        "empty_glyphs",
        "glyphs without bytes: first, last and between",
        new FontBuilder().glyphs(EMPTY, box(), EMPTY, simple(triangle()), EMPTY));
  }

  private static void composites(List<Seed> seeds) {
    add(
        seeds,
        "composite",
        "two glyphs, moved by bytes",
        font().glyphs(composite(moved(0, 0, 0), moved(1, 100, -20))));
    add(
        seeds,
        "composite_words",
        "a glyph moved by words",
        font().glyphs(composite(moved(1, 0, 0), moved(1, 700, -300))));
    add(
        seeds,
        "composite_scale",
        "a glyph at half its size",
        font().glyphs(composite(transformed(1, 20, 30, new Scale(HALF)))));
    add(
        seeds,
        "composite_scale_xy",
        "a glyph mirrored and squeezed",
        font().glyphs(composite(transformed(1, 600, 0, new ScaleXy(-ONE, HALF)))));
    add(
        seeds,
        "composite_matrix",
        "a glyph turned by a right angle",
        font().glyphs(composite(transformed(1, 700, 0, new Matrix(0, ONE, -ONE, 0)))));
    add(
        seeds,
        "composite_nested",
        "a composite of a composite",
        font()
            .maxComponentDepth(2)
            .glyphs(composite(moved(1, 10, 10)))
            .glyphs(composite(moved(2, 5, 5), moved(0, 0, 100))));
    add(
        seeds,
        "composite_my_metrics",
        "a composite with the metrics of its component",
        font()
            .glyphs(
                composite(
                    new Component(1, new Offset(0, 0), Shapes.IDENTITY, Component.USE_MY_METRICS),
                    moved(0, 0, 0))));
    add(
        seeds,
        "composite_of_empty",
        "a component without an outline, first",
        new FontBuilder().glyphs(box(), EMPTY, composite(moved(1, 0, 0), moved(0, 30, 0))));
  }

  private static void metrics(List<Seed> seeds) {
    add(
        seeds,
        "monospaced",
        "one advance for all, then bearings alone",
        font().glyphs(box(), simple(triangle())).longMetrics(1));
    add(
        seeds,
        "bearing",
        "left side bearings that are not the left ends of the outlines",
        font().glyph(box(), 700, 25).glyph(simple(triangle()), 800, -60));
    add(
        seeds,
        "style",
        "flags, styles and an angle with a fraction",
        font()
            .head(new Font.Head(2048, 0x201D, 3, 0))
            .post(new Post(-0x000C_8000L, -200, 1, new Post.Unnamed())));
    FontBuilder many = font().maxComponentDepth(1);
    IntStream.range(0, 18).forEach(i -> many.glyph(simple(square(i, 0, 10 + i)), 100 + i, 0));
    add(seeds, "many_glyphs", "more glyphs than are observed", many);
  }

  private static void characterMaps(List<Seed> seeds) {
    add(
        seeds,
        "cmap_bytes",
        "format 0, for Macintosh and for Windows",
        font().map(1, 0, new ByteMap(byteMap())).map(3, 1, new ByteMap(byteMap())));
    add(
        seeds,
        "cmap_delta",
        "format 4 by differences, one of them around the end of 16 bits",
        letters()
            .map(
                3,
                1,
                new Segments(
                    List.of(
                        new Segment(0x20, 0x22, 1 - 0x20, List.of()),
                        new Segment('A', 'C', 0x10000 + 2 - 'A', List.of()),
                        new Segment(0xE000, 0xE000, 1 - 0xE000, List.of())))));
    add(
        seeds,
        "cmap_lists",
        "format 4 by lists, with holes and a difference on top",
        letters()
            .map(
                3,
                1,
                new Segments(
                    List.of(
                        new Segment('0', '1', 0, List.of(2, 1)),
                        new Segment('A', 'C', 0, List.of(1, 0, 3)),
                        new Segment('a', 'c', 1, List.of(0, 1, 2))))));
    add(
        seeds,
        "cmap_trimmed",
        "format 6",
        letters().map(3, 1, new Trimmed('A', List.of(1, 2, 0, 3))));
    add(
        seeds,
        "cmap_groups",
        "format 12 beside format 4, beyond the BMP",
        letters()
            .map(0, 3, new Segments(List.of(new Segment('A', 'C', 1 - 'A', List.of()))))
            .map(3, 1, new Segments(List.of(new Segment('A', 'C', 1 - 'A', List.of()))))
            .map(
                3,
                10,
                new Groups(
                    List.of(
                        new Group('A', 'C', 1),
                        new Group(0x4E00, 0x4E01, 2),
                        new Group(0x1F600, 0x1F600, 3)))));
    add(
        seeds,
        "cmap_many_to_one",
        "format 13",
        letters()
            .map(3, 10, new ManyToOne(List.of(new Group('A', 'Z', 1), new Group('a', 'z', 2)))));
    add(
        seeds,
        "cmap_symbol",
        "a symbol font: nothing for the two maps that are observed",
        letters()
            .map(3, 0, new Segments(List.of(new Segment(0xF020, 0xF022, 1 - 0xF020, List.of())))));
  }

  private static void names(List<Seed> seeds) {
    add(
        seeds,
        "names",
        "the four names, for Windows and for Macintosh",
        font()
            .names(
                new Name(1, 0, 0, 1, "Mac"),
                new Name(1, 0, 0, 6, "Mac-Regular"),
                Name.windows(1, "Family"),
                Name.windows(2, "Bold"),
                Name.windows(4, "Family Bold"),
                Name.windows(6, "Family-Bold")));
    add(
        seeds,
        "names_of_the_world",
        "letters beyond Latin-1 and beyond the BMP, and an empty name",
        font()
            .names(
                new Name(0, 3, 0, 1, "\u00c5ngstr\u00f6m"),
                Name.windows(1, "\u0393\u03c1\u03ac\u03bc\u03bc\u03b1"),
                Name.windows(2, ""),
                Name.windows(4, "\u6587\u5b57 \ud83d\ude00"),
                new Name(3, 1, 0x0407, 4, "Schrift")));
  }

  private static void glyphNames(List<Seed> seeds) {
    add(
        seeds,
        "post_standard",
        "version 1: the standard names in their order",
        font().post(new Post(0, -75, 0, new Post.StandardOrder())));
    add(
        seeds,
        "post_listed",
        "version 2: standard names, names of its own, one used twice",
        letters()
            .post(
                new Post(
                    0,
                    -75,
                    0,
                    new Post.Listed(List.of(0, 257, 258, 259), List.of("alpha", "b.alt")))));
    add(
        seeds,
        "post_listed_out_of_order",
        "version 2: indices that fall, and a name that nobody uses",
        letters()
            .post(
                new Post(
                    0,
                    -75,
                    0,
                    new Post.Listed(List.of(260, 36, 258, 258), List.of("x", "y", "z")))));
  }

  private static void files(List<Seed> seeds) {
    add(
        seeds,
        "long_offsets",
        "32-bit offsets to the glyphs",
        font().longOffsets().glyphs(EMPTY, simple(polygon(0, 0, 9, 90, 50, 7))));
    add(seeds, "apple", "Apple's version, `true`", font().version(0x7472_7565));
    add(
        seeds,
        "shuffled",
        "tables in an order of their own",
        font().order("glyf", "loca", "post", "name", "cmap", "maxp", "hmtx", "hhea", "head"));
    add(
        seeds,
        "unsorted_directory",
        "a directory that is not sorted, as it must be",
        font()
            .unsortedDirectory()
            .order("post", "glyf", "loca", "name", "cmap", "maxp", "hmtx", "hhea", "head"));
    add(
        seeds,
        "odd_lengths",
        "tables that end between the words, some that nobody reads",
        font()
            .extra("prep", new byte[] {(byte) 0xB0})
            .extra("zzzz", "comment".getBytes(StandardCharsets.US_ASCII))
            .extra("cvt ", new byte[] {0, 1, 0}));
  }

  /** Two glyphs: a box for what is missing, and a triangle. */
  private static FontBuilder font() {
    return new FontBuilder().glyphs(box(), simple(triangle()));
  }

  /** Four small glyphs to map to. */
  private static FontBuilder letters() {
    return new FontBuilder()
        .glyphs(box(), simple(triangle()), simple(square(0, 0, 40)), simple(square(9, 9, 60)));
  }

  private static List<Integer> byteMap() {
    List<Integer> glyphs = new ArrayList<>();
    IntStream.range(0, 256).forEach(code -> glyphs.add(code == 'A' || code == 0xE4 ? 1 : 0));
    return glyphs;
  }

  private static List<Glyph.Point> staircase(int steps) {
    List<Glyph.Point> points = new ArrayList<>();
    for (int i = 0; i < steps; i++) {
      points.add(new Glyph.Point(10 * i, 20 * i, true));
    }
    points.add(new Glyph.Point(10 * steps, 0, true));
    return points;
  }

  private static void add(List<Seed> seeds, String name, String reason, FontBuilder font) {
    seeds.add(new Seed(name, reason, font.build()));
  }
}
