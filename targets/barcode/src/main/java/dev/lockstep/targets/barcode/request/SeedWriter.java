package dev.lockstep.targets.barcode.request;

import dev.lockstep.targets.barcode.request.Seeds.Seed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the seeds of the target {@code barcode} and the page that says why each is there. */
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
            # Seeds of `barcode`

            Built by this repository (`targets/barcode/seeds.sh`), Apache-2.0: a byte for the kind, one for options, the body (see the target's README). Change `Seeds.java`, not the files: a test compares the two.
            Both sides agree on every one of them, so whatever diverges was found and not given.

            | file | why it is here |
            |---|---|
            """);
    for (Seed seed : Seeds.all()) {
      Files.write(folder.resolve(seed.name()), seed.bytes());
      page.append("| `%s` | %s |\n".formatted(seed.name(), seed.reason()));
    }
    Files.writeString(corpus.resolve("README.md"), page);
  }
}
