package dev.lockstep.targets.hdrhistogram;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.Rejections;
import dev.lockstep.operations.Programs;
import java.nio.ByteBuffer;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

final class HdrGeneratorTest {
  private static final Programs<Operation> PROGRAMS = Programs.of(Operation.class);

  private static final int COOKIE_V2 = 0x1c849313;

  @Property(tries = 300)
  void what_a_generated_program_reads_is_read(@ForAll("inputs") byte[] input) {
    for (Operation operation : PROGRAMS.decode(input)) {
      if (operation instanceof Operation.ReadV2(byte[] written)
          && ByteBuffer.wrap(written).getInt() == COOKIE_V2) {
        assertEquals("taken", kind(operation));
      }
    }
  }

  @Test
  void what_is_too_fine_is_refused_and_what_is_cut_short_as_well() {
    assertEquals(
        List.of("refused", "refused"),
        List.of(new Operation.ReadV2(new byte[0]), new Operation.ReadDeflated(new byte[9])).stream()
            .map(HdrGeneratorTest::kind)
            .toList());
  }

  private static String kind(Operation operation) {
    Rejections rejections = new HdrOriginal().rejections();
    try {
      new Histograms().run(operation);
      return "taken";
    } catch (Exception e) {
      return rejections.kindOf(e).orElse("crashed");
    }
  }

  @Provide
  Arbitrary<byte[]> inputs() {
    return new HdrGenerator().get();
  }
}
