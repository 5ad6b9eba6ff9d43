package dev.lockstep.targets.cff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.targets.cff.font.CffFile;
import dev.lockstep.targets.cff.font.IllFormedException;
import dev.lockstep.targets.cff.font.Seeds;
import dev.lockstep.targets.cff.font.Seeds.Seed;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CffStructureTest {
  private final CffStructure structure = new CffStructure();

  @Test
  void fewer_glyphs_keep_the_form() throws IllFormedException {
    CffFile font = Seeds.plain();
    byte[] whole = font.toBytes();
    List<byte[]> smaller = structure.smaller(whole);
    CffFile least = CffFile.read(smaller.get(1));
    assertEquals(1, least.charstrings().size());
    assertTrue(smaller.get(1).length < whole.length);
  }

  @Test
  void most_proposals_for_aseed_are_still_fonts() {
    for (Seed seed : Seeds.all()) {
      List<byte[]> smaller = structure.smaller(seed.font().toBytes());
      long fonts = smaller.stream().filter(CffStructureTest::isFont).count();
      assertTrue(2 * fonts > smaller.size(), seed.name());
    }
  }

  private static boolean isFont(byte[] bytes) {
    try {
      CffFile.read(bytes);
      return true;
    } catch (IllFormedException e) {
      return false;
    }
  }

  @Test
  void rubbish_is_left_alone() {
    assertEquals(List.of(), structure.smaller(new byte[] {1, 0, 4, 1, 0}));
  }
}
