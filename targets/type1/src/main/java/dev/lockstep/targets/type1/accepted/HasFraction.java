package dev.lockstep.targets.type1.accepted;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/** An angle or a measure of an underline is no whole number; in words, or in a font as it is. */
public final class HasFraction implements Predicate<byte[]> {
  private static final Pattern FRACTION =
      Pattern.compile(
          "(?m)(^|/)(ItalicAngle|UnderlinePosition|UnderlineThickness) +-?[0-9]*\\.[0-9]*[1-9]");

  @Override
  public boolean test(byte[] input) {
    return FRACTION.matcher(new String(input, ISO_8859_1)).find();
  }
}
