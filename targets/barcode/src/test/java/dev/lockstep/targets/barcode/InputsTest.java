package dev.lockstep.targets.barcode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.Part;
import dev.lockstep.targets.barcode.request.RandomInput;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class InputsTest {
  /** Surefire runs in the module's folder. */
  private static final Path SEEDS = Path.of("../../corpora/barcode/seeds");

  private static final int TRIES = 3000;

  @Test
  void a_seed_is_named_by_its_kind_and_taken() throws Exception {
    try (DirectoryStream<Path> seeds = Files.newDirectoryStream(SEEDS)) {
      for (Path seed : seeds) {
        Map<?, ?> seen = observe(Files.readAllBytes(seed));
        assertEquals(seed.getFileName().toString(), seen.keySet().iterator().next());
        assertFalse(seen.values().iterator().next() instanceof Part, seed::toString);
      }
    }
  }

  @Test
  void what_is_generated_is_taken_in_every_kind() {
    Random random = new Random(1);
    Map<Object, Integer> taken = new HashMap<>();
    for (int i = 0; i < TRIES; i++) {
      observe(RandomInput.next(random))
          .forEach((kind, seen) -> taken.merge(kind, seen instanceof Part ? 0 : 1, Integer::sum));
    }
    for (BarcodeOriginal.Kind kind : BarcodeOriginal.KINDS) {
      assertTrue(taken.getOrDefault(kind.name(), 0) > 5, kind.name() + " in " + taken);
    }
  }

  private static Map<?, ?> observe(byte[] input) {
    return (Map<?, ?>) new BarcodeOriginal().observe(input);
  }
}
