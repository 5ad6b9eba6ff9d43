package dev.lockstep.targets.cff.accepted;

import java.util.Arrays;
import java.util.function.Predicate;

/** Fonts with a glyph that is named by a string of the font's own. */
public final class OwnNames implements Predicate<byte[]> {
  private static final int STANDARD_STRINGS = 391;

  /** Made by its name in {@code accepted.toml}. */
  public OwnNames() {}

  @Override
  public boolean test(byte[] input) {
    return Fonts.read(input).stream()
        .flatMapToInt(font -> Arrays.stream(font.names()))
        .anyMatch(id -> id >= STANDARD_STRINGS);
  }
}
