package dev.lockstep.targets.lz4.block;

import dev.lockstep.targets.lz4.block.Seeds.Seed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the seeds of the target {@code lz4} and the page that says why each is there. */
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
            # Seeds of `lz4`

            Built by this repository (`targets/lz4/seeds.sh`), Apache-2.0: the first byte of each is the control byte (see the target's README),
            the others are a block or content. Change `Seeds.java`, not the files: a test compares the two. Those named `flex-…` were
            written by `lz4_flex` 0.14.0 (`port/examples/write_seeds.rs`), for aircompressor to read.

            | file | why it is here |
            |---|---|
            """);
    for (Seed seed : Seeds.all()) {
      Files.write(folder.resolve(seed.name()), seed.bytes());
      page.append("| `%s` | %s |\n".formatted(seed.name(), seed.reason()));
    }
    page.append("| `flex-text` | letters that come again near and far |\n");
    page.append("| `flex-run` | one byte, many times |\n");
    page.append("| `flex-noise` | nothing that comes again |\n");
    Files.writeString(corpus.resolve("README.md"), page);
  }
}
