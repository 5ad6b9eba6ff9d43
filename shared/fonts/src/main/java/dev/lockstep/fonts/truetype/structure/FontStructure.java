package dev.lockstep.fonts.truetype.structure;

import dev.lockstep.Structure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes fonts smaller: without a table, a glyph, a component, a point, a record, a segment, or some
 * bytes of a table; with all counts, offsets, lengths and checksums put right that were right.
 */
public final class FontStructure implements Structure {

  /** Made by its name in {@code target.toml}. */
  public FontStructure() {}

  @Override
  public List<byte[]> smaller(byte[] input) {
    Optional<FontFile> read = FontFile.of(input);
    if (read.isEmpty()) {
      return List.of();
    }
    FontFile font = read.get();
    List<byte[]> smaller = new ArrayList<>();
    for (int i = 0; i < font.count() && i < RunCuts.TABLES_MAX; i++) {
      smaller.add(font.without(i));
    }
    smaller.add(font.withoutGaps());
    GlyphCuts glyphs = new GlyphCuts(font);
    smaller.addAll(glyphs.withoutGlyphs());
    changed(font, "cmap", CharacterMapCuts::withoutRecords, smaller);
    changed(font, "name", NameCuts::withoutRecords, smaller);
    smaller.addAll(glyphs.withSmallerGlyphs());
    changed(font, "name", NameCuts::withShorterTexts, smaller);
    changed(font, "cmap", CharacterMapCuts::withoutRanges, smaller);
    smaller.addAll(RunCuts.of(font));
    return smaller;
  }

  private static void changed(FontFile font, String tag, Cuts cuts, List<byte[]> smaller) {
    int index = font.indexOf(tag);
    if (index >= 0) {
      cuts.of(font.table(index)).forEach(table -> smaller.add(font.with(index, table)));
    }
  }

  /** Ways to make a table smaller. */
  @FunctionalInterface
  private interface Cuts {
    List<byte[]> of(byte[] table);
  }
}
