package dev.lockstep.fonts.truetype.font;

import dev.lockstep.fonts.truetype.font.CharacterMap.Mapping;
import dev.lockstep.fonts.truetype.font.CharacterMap.Segment;
import dev.lockstep.fonts.truetype.font.CharacterMap.Segments;
import dev.lockstep.fonts.truetype.font.Glyph.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A {@link Font} with the usual in all its places; each method changes one of them. */
final class FontBuilder {
  /** With {@code post} not at the end of the file, where FontBox reads no names from it. */
  private static final List<String> ORDER =
      List.of("head", "hhea", "maxp", "post", "hmtx", "cmap", "name", "loca", "glyf");

  private static final long START_OF_2026 = 3_850_070_400L;
  private static final int ADVANCE = 600;

  private final List<Glyph> glyphs = new ArrayList<>();
  private final List<CharacterMap> maps = new ArrayList<>();
  private final List<Name> names = new ArrayList<>();
  private final List<Font.Table> extra = new ArrayList<>();
  private Font.Head head = new Font.Head(1000, 0x0003, 0, START_OF_2026);
  private Post post = new Post(0, -75, 0, new Post.Unnamed());
  private int longMetrics = -1;
  private int version = 0x0001_0000;
  private boolean longOffsets;
  private boolean sortedDirectory = true;
  private List<String> order = ORDER;
  private int maxComponentDepth = 1;

  FontBuilder glyphs(Shape... shapes) {
    for (Shape shape : shapes) {
      glyphs.add(new Glyph(shape, ADVANCE, 0));
    }
    return this;
  }

  FontBuilder glyph(Shape shape, int advance, int bearingShift) {
    glyphs.add(new Glyph(shape, advance, bearingShift));
    return this;
  }

  FontBuilder longMetrics(int count) {
    longMetrics = count;
    return this;
  }

  FontBuilder map(int platform, int encoding, Mapping mapping) {
    maps.add(new CharacterMap(platform, encoding, mapping));
    return this;
  }

  FontBuilder names(Name... more) {
    names.addAll(Arrays.asList(more));
    return this;
  }

  FontBuilder head(Font.Head head) {
    this.head = head;
    return this;
  }

  FontBuilder post(Post post) {
    this.post = post;
    return this;
  }

  FontBuilder version(int version) {
    this.version = version;
    return this;
  }

  FontBuilder longOffsets() {
    longOffsets = true;
    return this;
  }

  FontBuilder unsortedDirectory() {
    sortedDirectory = false;
    return this;
  }

  FontBuilder order(String... tags) {
    order = List.of(tags);
    return this;
  }

  FontBuilder maxComponentDepth(int depth) {
    maxComponentDepth = depth;
    return this;
  }

  FontBuilder extra(String tag, byte[] bytes) {
    extra.add(new Font.Table(tag, bytes));
    return this;
  }

  /** The font; without a map of its own it maps the letters from A on to the glyphs from 1 on. */
  Font build() {
    if (maps.isEmpty()) {
      int last = 'A' + Math.max(0, glyphs.size() - 2);
      map(3, 1, new Segments(List.of(new Segment('A', last, 1 - 'A', List.of()))));
    }
    if (names.isEmpty()) {
      names(Name.windows(1, "Seed"), Name.windows(2, "Regular"));
    }
    return new Font(
        head,
        List.copyOf(glyphs),
        longMetrics < 0 ? glyphs.size() : longMetrics,
        List.copyOf(maps),
        List.copyOf(names),
        post,
        new Font.Layout(
            version, longOffsets, order, sortedDirectory, maxComponentDepth, List.copyOf(extra)));
  }
}
