package dev.lockstep.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ProgramStructureTest {
  private static final Programs<Sample> PROGRAMS = Programs.of(Sample.class);

  private final ProgramStructure<Sample> structure = ProgramStructure.of(Sample.class);

  @Test
  void operations_are_left_out_and_operands_made_simpler() {
    byte[] input =
        PROGRAMS.encode(
            List.of(new Sample.Nothing(), new Sample.Others(2.5, true, Sample.Way.NEW)));

    List<List<String>> smaller =
        structure.smaller(input).stream().map(structure::readable).toList();

    assertTrue(smaller.contains(List.of("0  nothing()")), smaller::toString);
    assertTrue(
        smaller.contains(List.of("0  others(real: 2.5, yes: true, way: new)")), smaller::toString);
    assertTrue(
        smaller.contains(List.of("0  nothing()", "1  others(real: 0.0, yes: true, way: new)")),
        smaller::toString);
    assertTrue(
        smaller.contains(List.of("0  nothing()", "1  others(real: 2.5, yes: true, way: in_place)")),
        smaller::toString);
  }

  @Test
  void what_stands_in_front_of_a_program_stays() {
    byte[] input = {9, 9, 4, 4};
    assertEquals(List.of("0  nothing()", "1  nothing()"), structure.readable(input, 2));
    for (byte[] one : structure.smaller(input, 2)) {
      assertEquals(9, one[0]);
      assertEquals(9, one[1]);
    }
  }
}
