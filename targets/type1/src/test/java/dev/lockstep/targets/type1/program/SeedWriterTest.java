package dev.lockstep.targets.type1.program;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SeedWriterTest {
  private static final Path CORPUS = Path.of("..", "..", "corpora", "type1");

  @Test
  void the_seeds_and_their_page_are_what_the_writer_writes(@TempDir Path folder)
      throws IOException {
    SeedWriter.write(folder);
    assertEquals(SeedWriter.readme(), Files.readString(CORPUS.resolve("README.md")));
    List<String> names = names(folder.resolve("seeds"));
    assertEquals(names, names(CORPUS.resolve("seeds")), "run targets/type1/seeds.sh");
    for (String name : names) {
      assertArrayEquals(
          Files.readAllBytes(folder.resolve("seeds").resolve(name)),
          Files.readAllBytes(CORPUS.resolve("seeds").resolve(name)),
          name + " differs: run targets/type1/seeds.sh");
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
