package dev.lockstep.targets.roaring;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.Part;
import dev.lockstep.targets.roaring.RoaringOriginal.Observation;
import dev.lockstep.targets.roaring.RoaringOriginal.Read;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

final class RoaringGeneratorTest {
  /** As {@code target.toml} says. */
  private static final int INPUT_BYTES_MAX = 9216;

  @Property(tries = 200)
  void a_generated_input_is_within_the_limit_and_both_bitmaps_are_read(
      @ForAll("inputs") byte[] input) {
    assertTrue(input.length <= INPUT_BYTES_MAX, () -> input.length + " bytes");
    Observation seen = (Observation) new RoaringOriginal().observe(input);
    assertInstanceOf(Read.class, seen.first());
    assertInstanceOf(Read.class, seen.second());
  }

  @Property(tries = 100)
  void what_is_proposed_as_smaller_keeps_its_form(@ForAll("inputs") byte[] input) {
    List<byte[]> smaller = new RoaringStructure().smaller(input);
    assertTrue(smaller.size() >= 2, "both bitmaps can be left out");
    for (byte[] one : smaller) {
      Observation seen = (Observation) new RoaringOriginal().observe(one);
      assertInstanceOf(Read.class, seen.first());
      assertInstanceOf(Read.class, seen.second());
    }
  }

  @Test
  void a_bitmap_that_is_not_sound_is_rejected() {
    byte[] descending = {0x3a, 0x30, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 16, 0, 0, 0, 2, 0, 1, 0};
    Observation seen = (Observation) new RoaringOriginal().observe(descending);
    Part.Rejected rejected = assertInstanceOf(Part.Rejected.class, seen.first());
    assertTrue(rejected.kind().equals("malformed"), rejected::kind);
  }

  @Provide
  Arbitrary<byte[]> inputs() {
    return new RoaringGenerator().get();
  }
}
