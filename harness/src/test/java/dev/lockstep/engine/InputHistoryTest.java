package dev.lockstep.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class InputHistoryTest {
  @TempDir private Path folder;

  @Test
  void inputsComeBackInTheirOrderTheEmptyOneToo() throws IOException {
    Path file = folder.resolve("a.history");
    InputHistory.write(file, List.of(new byte[] {1, 2}, new byte[0], new byte[] {3}));

    List<byte[]> read = InputHistory.read(file);

    assertEquals(3, read.size());
    assertArrayEquals(new byte[] {1, 2}, read.get(0));
    assertArrayEquals(new byte[0], read.get(1));
    assertArrayEquals(new byte[] {3}, read.get(2));
  }

  @Test
  void aFileThatIsCutOffIsSaidToBe() throws IOException {
    Path file = folder.resolve("a.history");
    InputHistory.write(file, List.of(new byte[] {1, 2}, new byte[] {3, 4}));
    byte[] whole = Files.readAllBytes(file);
    for (int length : new int[] {whole.length - 1, 8}) {
      Files.write(file, Arrays.copyOf(whole, length));

      assertThrows(IOException.class, () -> InputHistory.read(file), () -> "of " + length);
    }
  }
}
