package dev.lockstep.targets.snappy.stream;

import dev.lockstep.targets.snappy.stream.Seeds.Seed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the seeds of the target {@code snappy} and the page that says why each is there. */
final class SeedWriter {
  private SeedWriter() {}

  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 1) {
      System.err.println("usage: seeds.sh (it names the folder of the corpus)");
      System.exit(2);
    }
    write(Path.of(arguments[0]));
  }

  /** Writes {@code seeds/} and {@code README.md} in the folder of the corpus. */
  static void write(Path corpus) throws IOException {
    Path folder = Files.createDirectories(corpus.resolve("seeds"));
    StringBuilder page =
        new StringBuilder(
            """
            # Seeds of `snappy`

            Built by this repository (`targets/snappy/seeds.sh`), Apache-2.0: the first byte of each is the control byte (see the target's README),
            the others are a block, a stream or content. Change `Seeds.java`, not the files: a test compares the two. Those named `snap-…` were
            written by `snap` 1.1.2 (`port/examples/write_seeds.rs`), for aircompressor to read.

            | file | why it is here |
            |---|---|
            """);
    for (Seed seed : Seeds.all()) {
      Files.write(folder.resolve(seed.name()), seed.bytes());
      page.append("| `%s` | %s |\n".formatted(seed.name(), seed.reason()));
    }
    page.append("| `snap-text` | letters that come again near and far |\n");
    page.append("| `snap-run` | one byte, many times |\n");
    page.append("| `snap-noise` | nothing that comes again |\n");
    page.append("| `snap-framed` | all three, as a stream in the framing format |\n");
    Files.writeString(corpus.resolve("README.md"), page);
  }
}
