package dev.lockstep.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GrownCorpusTest {
  @TempDir Path folder = Path.of("");

  @Test
  void whatIsNotWhatItsNameSaysIsRemoved() throws IOException {
    GrownCorpus corpus = new GrownCorpus(folder);
    corpus.add(new byte[0]);
    corpus.add(new byte[] {1, 2, 3});
    List<Path> whole = files();
    Path cut = folder.resolve("0123456789012345678901234567890123456789");
    Files.write(cut, new byte[] {1});

    corpus.removeDamaged();

    assertEquals(2, whole.size());
    assertEquals(whole, files());
    assertArrayEquals(
        new byte[] {1, 2, 3},
        Files.readAllBytes(folder.resolve("7037807198c22a7d2b0807371d763779a84fdfcf")));
  }

  @Test
  void aCorpusThatIsNotThereIsWhole() throws IOException {
    new GrownCorpus(folder.resolve("none")).removeDamaged();
    assertEquals(List.of(), files());
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
