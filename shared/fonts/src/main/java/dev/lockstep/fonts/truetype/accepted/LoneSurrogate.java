package dev.lockstep.fonts.truetype.accepted;

import java.util.function.Predicate;

/** Fonts with a name that holds a surrogate without its other half. */
public final class LoneSurrogate implements Predicate<byte[]> {

  /** Made by its name in {@code accepted.toml}. */
  public LoneSurrogate() {}

  @Override
  public boolean test(byte[] font) {
    return Names.of(font).stream().anyMatch(LoneSurrogate::isIn);
  }

  private static boolean isIn(int[] units) {
    for (int i = 0; i < units.length; i++) {
      boolean high = Character.isHighSurrogate((char) units[i]);
      if (high && i + 1 < units.length && Character.isLowSurrogate((char) units[i + 1])) {
        i++;
      } else if (high || Character.isLowSurrogate((char) units[i])) {
        return true;
      }
    }
    return false;
  }
}
