package dev.lockstep.targets.type1;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What either side makes of a font, the same in the port's adapter.
 *
 * @param encoding the glyph name of each of the 256 codes
 * @param names of the glyphs, sorted
 * @param glyphs of each glyph, sorted by name, its advance and outline, under the word for what it
 *     is made of
 */
record Observation(
    Values values, List<String> encoding, List<String> names, List<Map<String, Object>> glyphs) {

  /** The values of the font. */
  record Values(
      @Nullable String name,
      @Nullable String fullName,
      @Nullable String familyName,
      @Nullable String weight,
      @Nullable String version,
      @Nullable String notice,
      double italicAngle,
      boolean isFixedPitch,
      double underlinePosition,
      double underlineThickness,
      List<Double> bbox) {}
}
