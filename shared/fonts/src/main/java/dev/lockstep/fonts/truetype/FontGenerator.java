package dev.lockstep.fonts.truetype;

import dev.lockstep.fonts.truetype.font.CharacterMap;
import dev.lockstep.fonts.truetype.font.CharacterMap.ByteMap;
import dev.lockstep.fonts.truetype.font.CharacterMap.Group;
import dev.lockstep.fonts.truetype.font.CharacterMap.Groups;
import dev.lockstep.fonts.truetype.font.CharacterMap.ManyToOne;
import dev.lockstep.fonts.truetype.font.CharacterMap.Mapping;
import dev.lockstep.fonts.truetype.font.CharacterMap.Segment;
import dev.lockstep.fonts.truetype.font.CharacterMap.Segments;
import dev.lockstep.fonts.truetype.font.CharacterMap.Trimmed;
import dev.lockstep.fonts.truetype.font.CharacterMap.TrimmedLong;
import dev.lockstep.fonts.truetype.font.Font;
import dev.lockstep.fonts.truetype.font.Glyph;
import dev.lockstep.fonts.truetype.font.Glyph.Anchors;
import dev.lockstep.fonts.truetype.font.Glyph.Component;
import dev.lockstep.fonts.truetype.font.Glyph.Composite;
import dev.lockstep.fonts.truetype.font.Glyph.Empty;
import dev.lockstep.fonts.truetype.font.Glyph.Identity;
import dev.lockstep.fonts.truetype.font.Glyph.Matrix;
import dev.lockstep.fonts.truetype.font.Glyph.Offset;
import dev.lockstep.fonts.truetype.font.Glyph.Placement;
import dev.lockstep.fonts.truetype.font.Glyph.Point;
import dev.lockstep.fonts.truetype.font.Glyph.Scale;
import dev.lockstep.fonts.truetype.font.Glyph.ScaleXy;
import dev.lockstep.fonts.truetype.font.Glyph.Shape;
import dev.lockstep.fonts.truetype.font.Glyph.Simple;
import dev.lockstep.fonts.truetype.font.Glyph.Transform;
import dev.lockstep.fonts.truetype.font.Name;
import dev.lockstep.fonts.truetype.font.Post;
import dev.lockstep.fonts.truetype.font.Post.Listed;
import dev.lockstep.fonts.truetype.font.Post.Naming;
import dev.lockstep.fonts.truetype.font.Post.Shifted;
import dev.lockstep.fonts.truetype.font.Post.StandardOrder;
import dev.lockstep.fonts.truetype.font.Post.Unnamed;
import java.util.List;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Generates small fonts: mostly valid, with the values at the edges of the format, and a few bytes
 * damaged in some.
 */
public final class FontGenerator implements Supplier<Arbitrary<byte[]>> {
  private static final int GLYPHS_MAX = 6;
  private static final int DAMAGED_BYTES_MAX = 3;
  private static final int WINDOWS = 3;
  private static final int FULL = 10;
  private static final int BMP = 1;

  private static final List<String> TAGS =
      List.of("cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "post");

  @Override
  public Arbitrary<byte[]> get() {
    return Combinators.combine(fonts().map(Font::toBytes), damage()).as(FontGenerator::damaged);
  }

  /** Fonts before they are damaged. */
  static Arbitrary<Font> fonts() {
    return Combinators.combine(
            heads(),
            glyphs(),
            Arbitraries.integers().between(0, 2),
            maps(),
            names(),
            posts(),
            layouts())
        .as((head, glyphs, repeats, maps, names, post, layout) ->
            new Font(
                head, glyphs, Math.max(1, glyphs.size() - repeats), maps, names, post, layout));
  }

  /** One byte to overwrite; both numbers are taken from what the font has room for. */
  private record Damage(int place, int value) {}

  private static byte[] damaged(byte[] font, List<Damage> damages) {
    byte[] bytes = font.clone();
    for (Damage damage : damages) {
      bytes[damage.place() % bytes.length] = (byte) damage.value();
    }
    return bytes;
  }

  private static Arbitrary<List<Damage>> damage() {
    Arbitrary<Damage> one =
        Combinators.combine(
                Arbitraries.integers().between(0, 4095).withoutEdgeCases(),
                Arbitraries.of(0x00, 0x01, 0x02, 0x7F, 0x80, 0xFE, 0xFF))
            .as(Damage::new);
    return Arbitraries.frequencyOf(
        Tuple.of(3, Arbitraries.just(List.of())),
        Tuple.of(1, one.list().ofMinSize(1).ofMaxSize(DAMAGED_BYTES_MAX)));
  }

  private static Arbitrary<Font.Head> heads() {
    return Combinators.combine(
            Arbitraries.of(16, 1000, 1024, 2048, 16384),
            Arbitraries.integers().between(0, 0x1F),
            Arbitraries.integers().between(0, 0x7F),
            Arbitraries.of(0L, 1L, 3_850_070_400L, -1L))
        .as(Font.Head::new);
  }

  private static Arbitrary<List<Glyph>> glyphs() {
    Arbitrary<Glyph> glyph =
        Combinators.combine(
                shapes(),
                Arbitraries.of(0, 1, 250, 600, 32767, 32768, 65535),
                Arbitraries.frequency(Tuple.of(6, 0), Tuple.of(1, 20), Tuple.of(1, -20)))
            .as(Glyph::new);
    return glyph.list().ofMinSize(1).ofMaxSize(GLYPHS_MAX);
  }

  private static Arbitrary<Shape> shapes() {
    return Arbitraries.frequencyOf(
        Tuple.of(1, Arbitraries.just(new Empty())),
        Tuple.of(
            6,
            Combinators.combine(
                    contours().list().ofMinSize(1).ofMaxSize(3), Arbitraries.of(true, false))
                .as(Simple::new)),
        Tuple.of(3, components().list().ofMinSize(1).ofMaxSize(3).map(Composite::new)));
  }

  private static Arbitrary<List<Point>> contours() {
    Arbitrary<Integer> coordinate =
        Arbitraries.frequencyOf(
            Tuple.of(8, Arbitraries.integers().between(-300, 1000)),
            Tuple.of(1, Arbitraries.of(-16384, -256, -255, 0, 255, 256, 16383)));
    Arbitrary<Point> point =
        Combinators.combine(coordinate, coordinate, Arbitraries.of(true, true, false))
            .as(Point::new);
    return point.list().ofMinSize(1).ofMaxSize(7);
  }

  private static Arbitrary<Component> components() {
    Arbitrary<Placement> placement =
        Arbitraries.frequencyOf(
            Tuple.of(
                6,
                Combinators.combine(
                        Arbitraries.of(-300, -128, 0, 1, 127, 128, 500),
                        Arbitraries.of(-300, -128, 0, 1, 127, 128, 500))
                    .as(Offset::new)),
            Tuple.of(
                1,
                Combinators.combine(
                        Arbitraries.integers().between(0, 3), Arbitraries.integers().between(0, 3))
                    .as(Anchors::new)));
    Arbitrary<Integer> flags =
        Arbitraries.frequency(
            Tuple.of(8, 0),
            Tuple.of(1, Component.USE_MY_METRICS),
            Tuple.of(1, Component.SCALED_OFFSET),
            Tuple.of(1, Component.UNSCALED_OFFSET));
    return Combinators.combine(
            Arbitraries.integers().between(0, GLYPHS_MAX), placement, transforms(), flags)
        .as(Component::new);
  }

  private static Arbitrary<Transform> transforms() {
    Arbitrary<Integer> factor =
        Arbitraries.of(-0x8000, -0x4000, 0, 1, 0x1555, 0x2000, 0x4000, 0x7FFF);
    return Arbitraries.frequencyOf(
        Tuple.of(4, Arbitraries.just(new Identity())),
        Tuple.of(1, factor.map(Scale::new)),
        Tuple.of(1, Combinators.combine(factor, factor).as(ScaleXy::new)),
        Tuple.of(1, Combinators.combine(factor, factor, factor, factor).as(Matrix::new)));
  }

  private static Arbitrary<List<CharacterMap>> maps() {
    Arbitrary<CharacterMap> map =
        Combinators.combine(
                Arbitraries.of(
                    Tuple.of(WINDOWS, BMP),
                    Tuple.of(WINDOWS, FULL),
                    Tuple.of(0, 3),
                    Tuple.of(1, 0)),
                mappings())
            .as((where, mapping) -> new CharacterMap(where.get1(), where.get2(), mapping));
    return map.list().ofMaxSize(2);
  }

  private static Arbitrary<Mapping> mappings() {
    Arbitrary<Integer> glyph = Arbitraries.integers().between(0, GLYPHS_MAX);
    Arbitrary<List<Integer>> run = glyph.list().ofMinSize(1).ofMaxSize(4);
    Arbitrary<Integer> code =
        Arbitraries.of(0x00, 0x1F, 0x20, 0x41, 0x61, 0xE000, 0xFB01, 0xFFF0, 0xFFFD);
    Arbitrary<Segment> segment =
        Arbitraries.oneOf(
            Combinators.combine(code, Arbitraries.integers().between(0, 2), glyph)
                .as((start, more, g) -> new Segment(start, start + more, g - start, List.of())),
            Combinators.combine(code, run, Arbitraries.of(0, 1))
                .as((start, glyphs, delta) ->
                    new Segment(start, start + glyphs.size() - 1, delta, glyphs)));
    Arbitrary<Group> group =
        Combinators.combine(
                Arbitraries.of(0L, 0x20L, 0x41L, 0xFFFDL, 0x1F600L, 0x10FFFFL),
                Arbitraries.integers().between(0, 3),
                glyph)
            .as((start, more, g) -> new Group(start, start + more, g));
    Arbitrary<List<Group>> groups = group.list().ofMaxSize(3);
    return Arbitraries.oneOf(
        segment.list().ofMaxSize(4).map(Segments::new),
        run.map(ByteMap::new),
        Combinators.combine(code, run).as(Trimmed::new),
        Combinators.combine(code, run).as((first, glyphs) -> new TrimmedLong(first, glyphs)),
        groups.map(Groups::new),
        groups.map(ManyToOne::new));
  }

  private static Arbitrary<List<Name>> names() {
    Arbitrary<String> text =
        Arbitraries.frequencyOf(
            Tuple.of(6, Arbitraries.strings().withCharRange(' ', '~').ofMaxLength(6)),
            Tuple.of(2, Arbitraries.of("\u00e9", "\u6587", "\ud83d\ude00", "\ufeff", "\ufffe")),
            Tuple.of(1, Arbitraries.of("\ud800", "\udc00", "a\ud800b")));
    Arbitrary<Integer> id = Arbitraries.of(0, 1, 2, 4, 6);
    Arbitrary<Name> name =
        Arbitraries.frequencyOf(
            Tuple.of(4, Combinators.combine(id, text).as(Name::windows)),
            Tuple.of(
                1,
                Combinators.combine(Arbitraries.integers().between(0, 3), id, text)
                    .as((platform, i, t) -> new Name(platform, 0, 0, i, t))));
    return name.list().ofMaxSize(4);
  }

  private static Arbitrary<Post> posts() {
    Arbitrary<String> name = Arbitraries.strings().withCharRange('a', 'z').ofMaxLength(4);
    Arbitrary<Naming> naming =
        Arbitraries.oneOf(
            Arbitraries.just(new StandardOrder()),
            Arbitraries.just(new Unnamed()),
            Arbitraries.integers().between(-3, 3).list().ofMaxSize(GLYPHS_MAX).map(Shifted::new),
            Combinators.combine(
                    Arbitraries.of(0, 1, 36, 257, 258, 259, 32767, 32768)
                        .list()
                        .ofMaxSize(GLYPHS_MAX),
                    name.list().ofMaxSize(3))
                .as(Listed::new));
    return Combinators.combine(
            Arbitraries.of(0L, -0x000C_8000L, 0x0001L, 0x7FFF_FFFFL),
            Arbitraries.integers().between(-200, 0),
            Arbitraries.of(0, 1),
            naming)
        .as(Post::new);
  }

  private static Arbitrary<Font.Layout> layouts() {
    Arbitrary<List<Font.Table>> extra =
        Arbitraries.of(List.of(), List.of(new Font.Table("zzzz", new byte[3])));
    return Combinators.combine(
            Arbitraries.of(0x0001_0000, 0x7472_7565),
            Arbitraries.of(true, false),
            Arbitraries.shuffle(TAGS),
            Arbitraries.frequency(Tuple.of(5, true), Tuple.of(1, false)),
            Arbitraries.of(0, 1, 2),
            extra)
        .as(Font.Layout::new);
  }
}
