package dev.lockstep.targets.truetype;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.Part;
import dev.lockstep.targets.truetype.font.Font;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class FontGeneratorTest {
  @Property(tries = 200)
  void before_damage_every_font_has_a_header_metrics_and_glyphs(@ForAll("fonts") Font font)
      throws Exception {
    Observation observed = (Observation) new TrueTypeOriginal().observe(font.toBytes());

    assertTrue(observed.head() instanceof Observation.Head);
    assertTrue(observed.hmtx() instanceof Observation.HorizontalMetrics);
    assertTrue(observed.glyphs() instanceof List || observed.loca() instanceof Part);
  }

  @Property(tries = 200)
  void a_font_fits_into_the_limit_of_the_target(@ForAll("inputs") byte[] input) {
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
