package dev.lockstep.targets.type1.program;

import dev.lockstep.targets.type1.program.Seeds.Seed;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the seeds of the target {@code type1}, and the page that says why each is there. */
public final class SeedWriter {
  static final String SUFFIX = ".type1";

  private SeedWriter() {}

  /** Takes the folder of the corpus. */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 1) {
      System.err.println("usage: seeds.sh (it names the folder of the corpus)");
      System.exit(2);
    }
    write(Path.of(arguments[0]));
  }

  /** Replaces {@code seeds/} and {@code README.md} in the folder of the corpus. */
  static void write(Path corpus) throws IOException {
    Path folder = Files.createDirectories(corpus.resolve("seeds"));
    try (DirectoryStream<Path> old = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
      for (Path file : old) {
        Files.delete(file);
      }
    }
    for (Seed seed : Seeds.all()) {
      Files.write(folder.resolve(seed.name() + SUFFIX), seed.bytes());
    }
    Files.writeString(corpus.resolve("README.md"), readme());
  }

  /** The page beside the seeds. */
  static String readme() {
    StringBuilder page =
        new StringBuilder(
            """
            # Seeds of `type1`

            Built by this repository (`targets/type1/seeds.sh`), Apache-2.0. Change `Seeds.java`, not the files: a test compares the two.
            Both sides agree on every one of them, so whatever diverges was found and not given.

            | file | bytes | why it is here |
            |---|---|---|
            """);
    for (Seed seed : Seeds.all()) {
      page.append(
          "| `%s%s` | %d | %s |\n"
              .formatted(seed.name(), SUFFIX, seed.bytes().length, seed.reason()));
    }
    return page.toString();
  }
}
