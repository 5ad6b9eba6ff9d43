package dev.lockstep.targets.cff.accepted;

import dev.lockstep.targets.cff.font.CffFile;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Fonts with a name or a string that is not ASCII. */
public final class BeyondAscii implements Predicate<byte[]> {

  /** Made by its name in {@code accepted.toml}. */
  public BeyondAscii() {}

  @Override
  public boolean test(byte[] input) {
    return Fonts.read(input).stream().flatMap(BeyondAscii::texts).anyMatch(BeyondAscii::isBeyond);
  }

  private static Stream<byte[]> texts(CffFile font) {
    return Stream.concat(Stream.of(font.name()), font.strings().stream());
  }

  private static boolean isBeyond(byte[] text) {
    for (byte b : text) {
      if (b < 0) {
        return true;
      }
    }
    return false;
  }
}
