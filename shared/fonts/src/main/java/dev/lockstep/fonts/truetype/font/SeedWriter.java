package dev.lockstep.fonts.truetype.font;

import dev.lockstep.fonts.truetype.font.Seeds.Seed;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Writes the seeds of a target of TrueType fonts, and the page that says why each is there. */
public final class SeedWriter {
  private static final String SUFFIX = ".ttf";

  private final String target;
  private final List<Seed> seeds;

  /**
   * For one target.
   *
   * @param target its name
   * @param without the names of seeds that its sides do not agree on
   */
  public SeedWriter(String target, Set<String> without) {
    this.target = target;
    this.seeds = Seeds.all().stream().filter(seed -> !without.contains(seed.name())).toList();
    if (seeds.size() + without.size() != Seeds.all().size()) {
      throw new IllegalArgumentException("not all of these are seeds: " + without);
    }
  }

  /** Takes the folder of the corpus, the target's name, and the names of seeds to leave out. */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length < 2) {
      System.err.println("usage: seeds.sh (it says which folder, and for which target)");
      System.exit(2);
    }
    List<String> all = Arrays.asList(arguments);
    new SeedWriter(all.get(1), new HashSet<>(all.subList(2, all.size())))
        .write(Path.of(all.get(0)));
  }

  /** Replaces {@code seeds/} and {@code README.md} in the folder of the corpus. */
  public void write(Path corpus) throws IOException {
    Path folder = Files.createDirectories(corpus.resolve("seeds"));
    try (DirectoryStream<Path> old = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
      for (Path file : old) {
        Files.delete(file);
      }
    }
    for (Seed seed : seeds) {
      Files.write(folder.resolve(seed.name() + SUFFIX), seed.font().toBytes());
    }
    Files.writeString(corpus.resolve("README.md"), readme());
  }

  private String readme() {
    StringBuilder page =
        new StringBuilder(
            """
            # Seeds of `%s`

            Built by this repository (`targets/%s/seeds.sh`), Apache-2.0. Change `Seeds.java` in `shared/fonts`, not the files: a test compares the two.
            Both sides agree on every one of them, so whatever diverges was found and not given.

            | file | bytes | why it is here |
            |---|---|---|
            """
                .formatted(target, target));
    for (Seed seed : seeds) {
      page.append(
          "| `%s%s` | %d | %s |\n"
              .formatted(seed.name(), SUFFIX, seed.font().toBytes().length, seed.reason()));
    }
    return page.toString();
  }
}
