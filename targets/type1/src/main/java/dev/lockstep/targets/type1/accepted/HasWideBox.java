package dev.lockstep.targets.type1.accepted;

import dev.lockstep.targets.type1.program.IllFormedException;
import dev.lockstep.targets.type1.program.Program;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** A side of the font's box does not fit into 16 bits. */
public final class HasWideBox implements Predicate<byte[]> {
  private static final Pattern SPACE = Pattern.compile(" ");

  @Override
  public boolean test(byte[] input) {
    try {
      return SPACE
          .splitAsStream(Program.read(input).values().get("FontBBox"))
          .mapToInt(Integer::parseInt)
          .anyMatch(side -> side != (short) side);
    } catch (IllFormedException e) {
      return false;
    }
  }
}
