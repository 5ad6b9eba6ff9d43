package dev.lockstep.targets.inflate.stream;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the seeds of the target {@code inflate} and the page that says why each is there. */
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
            # Seeds of `inflate`

            Built by this repository (`targets/inflate/seeds.sh`), Apache-2.0: the first byte of each is the control byte (see the target's README),
            the others are a stream or content. Change `Seeds.java`, not the files: a test compares the two. Those named `miniz-…` were
            written by `miniz_oxide` 0.9.1 (`port/examples/write_seeds.rs`), for the JDK to read.

            | file | why it is here |
            |---|---|
            """);
    for (Seeds.Seed seed : Seeds.all()) {
      Files.write(folder.resolve(seed.name()), seed.bytes());
      page.append("| `%s` | %s |\n".formatted(seed.name(), seed.reason()));
    }
    for (int level = 0; level <= 9; level += 3) {
      page.append(
          "| `miniz-%1$d`, `miniz-%1$d-zlib` | level %1$d, raw and with its wrapper |\n"
              .formatted(level));
    }
    Files.writeString(corpus.resolve("README.md"), page, StandardCharsets.UTF_8);
  }
}
