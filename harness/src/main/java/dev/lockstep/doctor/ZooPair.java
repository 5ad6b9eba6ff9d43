package dev.lockstep.doctor;

import dev.lockstep.target.Target;
import dev.lockstep.target.TargetCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A pair of the zoo as a target of its own, so that nothing is left in the zoo's corpora. */
final class ZooPair {
  private static final String NAME = "doctor";

  private ZooPair() {}

  /**
   * Makes the target.
   *
   * @param folder an empty one for it
   * @param root Lockstep's own folder
   * @param original a class of the zoo
   * @param port a crate of the zoo's ports
   */
  static Target in(Path folder, Path root, String original, String port) throws IOException {
    Path targets = folder.resolve("targets");
    Path home = Files.createDirectories(targets.resolve(NAME));
    Path seeds = Files.createDirectories(home.resolve("corpora/seeds"));
    Files.writeString(seeds.resolve("text"), "text");
    Files.writeString(
        home.resolve("target.toml"),
        """
        summary = "a pair of the zoo"

        [original]
        class = "dev.lockstep.zoo.%s"
        library = "zoo"
        instrument = ["dev.lockstep.zoo.**"]
        project = '%s'

        [port]
        crate = '%s'
        """
            .formatted(original, root.resolve("zoo"), root.resolve("zoo/ports").resolve(port)));
    return TargetCatalog.ofFolder(targets).find(NAME);
  }
}
