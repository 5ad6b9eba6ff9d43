package dev.lockstep.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SuspicionLogTest {
  @TempDir private Path folder;

  @Test
  void manySuspicionsOfOneSortHideNoOther() throws IOException {
    SuspicionLog log = new SuspicionLog(folder, "engine");
    for (int i = 0; i < 20; i++) {
      log.add(Kind.EFFECT, "printed", List.of(new byte[] {(byte) i}));
    }

    assertFalse(log.wants(Kind.EFFECT, "printed"));
    assertTrue(log.wants(Kind.EFFECT, "closed stdout"));
    log.add(Kind.EFFECT, "closed stdout", List.of(new byte[] {99}));

    try (Stream<Path> files = Files.list(folder.resolve("effect"))) {
      assertEquals(9, files.count());
    }
  }
}
