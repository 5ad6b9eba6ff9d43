package dev.lockstep.targets.type1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.targets.type1.program.Seeds;
import dev.lockstep.targets.type1.program.Seeds.Seed;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class Type1StructureTest {
  private final Type1Structure structure = new Type1Structure();

  @Test
  void every_proposal_is_shorter() {
    for (Seed seed : Seeds.all()) {
      for (byte[] smaller : structure.smaller(seed.bytes())) {
        assertTrue(smaller.length < seed.bytes().length, seed.name());
      }
    }
  }

  @Test
  void a_glyph_can_go_and_so_can_a_word() {
    byte[] plain = Seeds.all().getFirst().bytes();
    List<String> smaller =
        structure.smaller(plain).stream()
            .map(bytes -> new String(bytes, StandardCharsets.US_ASCII))
            .toList();
    assertTrue(smaller.stream().anyMatch(text -> !text.contains("glyph A")));
    assertTrue(
        smaller.stream().anyMatch(text -> text.contains("500 hlineto 700 vlineto closepath")));
  }

  @Test
  void rubbish_is_left_alone() {
    assertEquals(List.of(), structure.smaller(new byte[] {1, 2, 3}));
  }
}
