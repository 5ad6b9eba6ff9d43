package dev.lockstep.fonts.truetype.font;

import java.util.List;

/**
 * The {@code post} table.
 *
 * @param italicAngle in 1/65536 degrees
 */
public record Post(long italicAngle, int underlinePosition, int fixedPitch, Naming naming) {

  /** How glyphs are named. */
  public sealed interface Naming {}

  /** Version 1.0: glyph 0 has the first of the 258 standard names, and so on. */
  public record StandardOrder() implements Naming {}

  /** Version 2.0: an index for each glyph, and the names that are not standard. */
  public record Listed(List<Integer> indices, List<String> names) implements Naming {}

  /** Version 2.5, deprecated: how far each glyph is from the standard order. */
  public record Shifted(List<Integer> shifts) implements Naming {}

  /** Version 3.0: no names. */
  public record Unnamed() implements Naming {}
}
