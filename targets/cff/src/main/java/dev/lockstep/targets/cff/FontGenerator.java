package dev.lockstep.targets.cff;

import dev.lockstep.targets.cff.font.CffFile;
import dev.lockstep.targets.cff.font.Entry;
import dev.lockstep.targets.cff.font.Numbers;
import dev.lockstep.targets.cff.font.Operators;
import dev.lockstep.targets.cff.font.Seeds;
import dev.lockstep.targets.cff.font.Type2;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Generates small fonts: most of them well formed, with the values at the edges of the format, and
 * a few bytes damaged in some.
 */
public final class FontGenerator implements Supplier<Arbitrary<byte[]>> {
  private static final int GLYPHS_MAX = 5;
  private static final int STRINGS = 3;

  /** Steps of 60 come around to the first code after so many. */
  private static final int CODES_MAX = 64;

  /** All of the smallest of the predefined charsets. */
  private static final int SUBSET_GLYPHS = 87;

  private static final int STANDARD_STRINGS = 391;

  @Override
  public Arbitrary<byte[]> get() {
    return Combinators.combine(fonts().map(CffFile::toBytes), damage()).as(FontGenerator::damaged);
  }

  /** Fonts before they are damaged. */
  static Arbitrary<CffFile> fonts() {
    Arbitrary<List<byte[]>> glyphs =
        Arbitraries.frequencyOf(
            Tuple.of(20, CharstringGenerator.glyphs().list().ofMinSize(1).ofMaxSize(GLYPHS_MAX)),
            Tuple.of(1, Arbitraries.just(Collections.nCopies(SUBSET_GLYPHS, Type2.of("endchar")))));
    Arbitrary<List<byte[]>> subrs = CharstringGenerator.subrs().list().ofSize(2);
    return Combinators.combine(
            names(), tops(), strings(), subrs, charsets(), encodings(), glyphs, privates())
        .as(FontGenerator::font);
  }

  private static CffFile font(
      byte[] name,
      List<Entry> top,
      List<byte[]> strings,
      List<byte[]> subrs,
      int charset,
      int encoding,
      List<byte[]> glyphs,
      List<Entry> priv) {
    int[] ids = new int[charset >= 0 ? 0 : glyphs.size()];
    for (int glyph = 1; glyph < ids.length; glyph++) {
      ids[glyph] = stringId(glyph);
    }
    byte[] codes = encoding >= 0 ? new byte[0] : codes(encoding, glyphs.size());
    return Seeds.plain()
        .withName(name)
        .withTop(top)
        .withStrings(strings)
        .withSubrs(subrs, subrs)
        .withAll(charset, ids, encoding < 0 ? -1 : encoding, codes, glyphs)
        .withPrivate(priv);
  }

  /** {@code A}, the grave accent, three names of the font's own, and then some standard ones. */
  private static int stringId(int glyph) {
    return switch (glyph) {
      case 1 -> 34;
      case 2 -> 124;
      case 3, 4, 5 -> STANDARD_STRINGS + glyph - STRINGS;
      default -> 200 + glyph;
    };
  }

  private static byte[] codes(int encoding, int glyphs) {
    int coded = Math.min(Math.max(0, glyphs - 1), CODES_MAX);
    byte[] codes =
        switch (encoding) {
          case -1 -> new byte[2 + coded];
          case -2 -> coded == 0 ? new byte[2] : new byte[] {1, 1, 0x61, (byte) (coded - 1)};
          default -> new byte[] {(byte) 0x80, 0, 1, 0x41, 0, 34};
        };
    if (encoding == -1) {
      codes[1] = (byte) coded;
      for (int i = 0; i < coded; i++) {
        codes[2 + i] = (byte) (0x41 + 60 * i);
      }
    }
    return codes;
  }

  private static Arbitrary<byte[]> names() {
    return texts().map(text -> text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static Arbitrary<String> texts() {
    return Arbitraries.frequencyOf(
        Tuple.of(6, Arbitraries.strings().withCharRange('!', '~').ofMinLength(1).ofMaxLength(6)),
        Tuple.of(1, Arbitraries.of("", "\u00a9", "\u00c3\u00a9", "\0x")));
  }

  private static Arbitrary<List<byte[]>> strings() {
    return texts()
        .list()
        .uniqueElements()
        .ofSize(STRINGS)
        .map(texts ->
            texts.stream().map(text -> text.getBytes(StandardCharsets.ISO_8859_1)).toList());
  }

  private static Arbitrary<Integer> charsets() {
    return Arbitraries.frequency(
        Tuple.of(3, -1),
        Tuple.of(2, -2),
        Tuple.of(2, -3),
        Tuple.of(2, 0),
        Tuple.of(1, 1),
        Tuple.of(1, 2));
  }

  private static Arbitrary<Integer> encodings() {
    return Arbitraries.of(0, 1, -1, -2, -3);
  }

  private static Arbitrary<List<Entry>> tops() {
    Arbitrary<Integer> text =
        Arbitraries.of(
            Operators.VERSION,
            Operators.NOTICE,
            Operators.COPYRIGHT,
            Operators.FULL_NAME,
            Operators.FAMILY_NAME,
            Operators.WEIGHT);
    Arbitrary<Integer> id = Arbitraries.of(0, 1, 34, 390, 391, 392, 393);
    Arbitrary<Integer> number =
        Arbitraries.of(
            Operators.ITALIC_ANGLE, Operators.UNDERLINE_POSITION, Operators.UNDERLINE_THICKNESS);
    Arbitrary<Entry> entry =
        Arbitraries.oneOf(
            Combinators.combine(text, id).as((operator, value) -> Entry.of(operator, value)),
            Combinators.combine(number, numbers())
                .as((operator, value) -> new Entry(operator, List.of(value))),
            Arbitraries.of(0, 1).map(value -> Entry.of(Operators.IS_FIXED_PITCH, value)),
            numbers().list().ofSize(4).map(box -> new Entry(Operators.FONT_BBOX, box)),
            numbers().list().ofSize(6).map(matrix -> new Entry(Operators.FONT_MATRIX, matrix)));
    return entry.list().ofMaxSize(4).map(FontGenerator::eachOnce);
  }

  private static Arbitrary<List<Entry>> privates() {
    Arbitrary<Integer> operator =
        Arbitraries.of(Operators.DEFAULT_WIDTH, Operators.NOMINAL_WIDTH, 10, 11, 0x0C09, 0x0C0A);
    return Combinators.combine(operator, numbers())
        .as((op, value) -> new Entry(op, List.of(value)))
        .list()
        .ofMaxSize(3)
        .map(FontGenerator::eachOnce);
  }

  private static List<Entry> eachOnce(List<Entry> entries) {
    List<Entry> once = new ArrayList<>();
    for (Entry entry : entries) {
      if (once.stream().noneMatch(other -> other.operator() == entry.operator())) {
        once.add(entry);
      }
    }
    return once;
  }

  private static Arbitrary<byte[]> numbers() {
    return Arbitraries.frequencyOf(
        Tuple.of(4, Arbitraries.integers().between(-1200, 1200).map(Numbers::integer)),
        Tuple.of(
            1,
            Arbitraries.of(-32768, 32767, 32768, 65536, Integer.MIN_VALUE, Integer.MAX_VALUE)
                .map(Numbers::integer)),
        Tuple.of(
            2,
            Arbitraries.of(
                    "0.5",
                    "-12.25",
                    "1E2",
                    "25C2",
                    ".5",
                    "3.",
                    "-0.001",
                    "0.1",
                    "123456.75",
                    "1E9",
                    "1C9")
                .map(Numbers::real)));
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
                Arbitraries.integers().between(0, 1023).withoutEdgeCases(),
                Arbitraries.integers().between(0, 255))
            .as(Damage::new);
    return Arbitraries.frequencyOf(
        Tuple.of(4, Arbitraries.just(List.of())),
        Tuple.of(1, one.list().ofMinSize(1).ofMaxSize(2)));
  }
}
