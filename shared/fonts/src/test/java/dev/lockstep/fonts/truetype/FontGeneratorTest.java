package dev.lockstep.fonts.truetype;

import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.Part;
import dev.lockstep.fonts.OutlineNormaliser;
import dev.lockstep.fonts.truetype.font.Font;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class FontGeneratorTest {
  @Property(tries = 200)
  void before_damage_every_font_has_a_header_metrics_and_glyphs(@ForAll("fonts") Font font)
      throws Exception {
    try (FontBoxFont observed = FontBoxFont.open(font.toBytes(), ReservedBits.BARRED)) {
      assertNull(observed.preflight().headBar());
      assertTrue(observed.horizontalMetrics() instanceof Observed.HorizontalMetrics);
      assertTrue(
          observed.glyphs(OutlineNormaliser.quadratic(), Set.of()) instanceof List
              || observed.locations() instanceof Part);
    }
  }

  @Property(tries = 200)
  void a_font_fits_into_the_limit_of_the_targets(@ForAll("inputs") byte[] input) {
    assertTrue(input.length <= 16384, () -> input.length + " bytes");
  }

  @Provide
  Arbitrary<Font> fonts() {
    return FontGenerator.fonts();
  }

  @Provide
  Arbitrary<byte[]> inputs() {
    return new FontGenerator().get();
  }
}
