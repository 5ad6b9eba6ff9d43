package dev.lockstep.targets.cff.accepted;

import dev.lockstep.targets.cff.font.CffFile;
import dev.lockstep.targets.cff.font.Charstring;
import dev.lockstep.targets.cff.font.Entry;
import dev.lockstep.targets.cff.font.IllFormedException;
import dev.lockstep.targets.cff.font.OpenType;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the predicates ask about. */
final class Fonts {
  private Fonts() {}

  /** The font in an input; none if it is not well formed. */
  static Optional<CffFile> read(byte[] input) {
    try {
      return Optional.of(CffFile.read(OpenType.program(input)));
    } catch (IllFormedException e) {
      return Optional.empty();
    }
  }

  /** Whether a number, at the top or private, is such a one. */
  static boolean anyNumber(byte[] input, Predicate<Double> is) {
    return read(input).stream()
        .flatMap(font -> Stream.concat(font.top().stream(), font.priv().stream()))
        .flatMap(Entry::values)
        .anyMatch(is);
  }

  /** Whether a glyph that is drawn takes an operator; 256 and more for those of two bytes. */
  static boolean anyGlyphTakes(byte[] input, int operator) {
    return read(input).stream()
        .flatMap(font ->
            IntStream.range(0, font.charstrings().size())
                .mapToObj(glyph -> Charstring.walk(font, glyph)))
        .anyMatch(walk -> walk.bar().isEmpty() && walk.operators().get(operator));
  }
}
