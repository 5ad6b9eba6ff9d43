package dev.lockstep.targets.cff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import dev.lockstep.targets.cff.font.CffFile;
import dev.lockstep.targets.cff.font.IllFormedException;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class FontGeneratorTest {
  @Provide
  Arbitrary<CffFile> fonts() {
    return FontGenerator.fonts();
  }

  @Property(tries = 200)
  void what_is_generated_is_read_as_it_was_meant(@ForAll("fonts") CffFile font)
      throws IllFormedException {
    CffFile read = CffFile.read(font.toBytes());
    assertArrayEquals(
        font.charstrings().toArray(byte[][]::new), read.charstrings().toArray(byte[][]::new));
    assertArrayEquals(font.toBytes(), read.toBytes());
  }
}
