package dev.lockstep.targets.type1.accepted;

import java.util.List;
import java.util.function.Predicate;

/** A letter with an accent has a left side bearing that is not on the base line. */
public final class RaisedLetter implements Predicate<byte[]> {
  /** From {@code sbw} back to the second of its four numbers. */
  private static final int HEIGHT_BEFORE = 3;

  @Override
  public boolean test(byte[] input) {
    return Accents.of(input).anyMatch(letter -> isRaised(letter.own()));
  }

  private static boolean isRaised(List<String> words) {
    int at = words.indexOf("sbw");
    if (at < 0) {
      return false;
    }
    boolean computed = words.subList(0, at).contains("div");
    return computed || Integer.parseInt(words.get(at - HEIGHT_BEFORE)) != 0;
  }
}
