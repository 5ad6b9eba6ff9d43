package dev.lockstep.targets.barcode.request;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SeedWriterTest {
  /** Surefire runs in the module's folder. */
  private static final Path CORPUS = Path.of("../../corpora/barcode");

  @Test
  void the_corpus_in_git_is_what_the_writer_makes(@TempDir Path made) throws IOException {
    SeedWriter.write(made);

    assertEquals(files(made), files(CORPUS), "run targets/barcode/seeds.sh");
    for (String file : files(made)) {
      assertArrayEquals(
          Files.readAllBytes(made.resolve(file)),
          Files.readAllBytes(CORPUS.resolve(file)),
          file + " differs: run targets/barcode/seeds.sh");
    }
  }

  /** The page and the seeds. */
  private static Set<String> files(Path corpus) throws IOException {
    try (Stream<Path> seeds = Files.list(corpus.resolve("seeds"))) {
      return Stream.concat(Stream.of(corpus.resolve("README.md")), seeds)
          .map(file -> corpus.relativize(file).toString())
          .collect(Collectors.toSet());
    }
  }
}
