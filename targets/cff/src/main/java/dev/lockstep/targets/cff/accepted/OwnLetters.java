package dev.lockstep.targets.cff.accepted;

import dev.lockstep.targets.cff.font.CffFile;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Predicate;
import org.apache.fontbox.encoding.StandardEncoding;

/** Fonts with a glyph that a string of the font's own names as the Standard Encoding does. */
public final class OwnLetters implements Predicate<byte[]> {

  /** Made by its name in {@code accepted.toml}. */
  public OwnLetters() {}

  @Override
  public boolean test(byte[] input) {
    return Fonts.read(input).stream().anyMatch(OwnLetters::hasOne);
  }

  private static boolean hasOne(CffFile font) {
    return Arrays.stream(font.names())
        .filter(id -> id >= CffFile.STANDARD_STRINGS)
        .mapToObj(id -> font.strings().get(id - CffFile.STANDARD_STRINGS))
        .map(name -> new String(name, StandardCharsets.ISO_8859_1))
        .anyMatch(StandardEncoding.INSTANCE.getCodeToNameMap()::containsValue);
  }
}
