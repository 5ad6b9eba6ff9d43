package dev.lockstep.build;

import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import dev.lockstep.target.BrokenBaselineException;
import dev.lockstep.target.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The crate of a port's adapter.
 *
 * @param name the package's name
 * @param folder where its {@code Cargo.toml} lies
 * @param workspace where its {@code Cargo.lock} lies or will lie
 */
record Crate(String name, Path folder, Path workspace) {

  /** Finds the crate of a target, by reading only. */
  static Crate of(Target target) {
    Path folder = target.crate();
    Path manifest = folder.resolve("Cargo.toml");
    if (!Files.isRegularFile(manifest)) {
      throw new BrokenBaselineException(
          "target `" + target.name() + "`: there is no `" + manifest + "`",
          "add it, or say in `" + target.file() + "` where it is: `crate` in `[port]`");
    }
    String name;
    try {
      name = new TomlMapper().readTree(Files.readString(manifest)).at("/package/name").asText();
    } catch (IOException e) {
      throw new BrokenBaselineException(
          manifest + ": " + e.getMessage(), "mend it so that cargo can read it", e);
    }
    if (name.isEmpty()) {
      throw new BrokenBaselineException(manifest + ": no `name` in `[package]`", "add it");
    }
    return new Crate(name, folder, workspace(folder));
  }

  Path manifest() {
    return folder.resolve("Cargo.toml");
  }

  /** The files beside the sources that decide what cargo builds, as far as they exist. */
  List<Path> inputs() {
    List<Path> inputs = new ArrayList<>();
    for (Path up : (Iterable<Path>) ancestors(folder)::iterator) {
      Stream.of(
              "Cargo.toml",
              "Cargo.lock",
              "rust-toolchain",
              "rust-toolchain.toml",
              ".cargo/config.toml")
          .map(up::resolve)
          .filter(Files::isRegularFile)
          .forEach(inputs::add);
      if (up.equals(workspace)) {
        break;
      }
    }
    return inputs;
  }

  private static Path workspace(Path crate) {
    return nearest(
            crate,
            folder ->
                Files.isRegularFile(folder.resolve("Cargo.lock")) || declaresWorkspace(folder))
        .orElse(crate);
  }

  private static boolean declaresWorkspace(Path folder) {
    try (Stream<String> lines = Files.lines(folder.resolve("Cargo.toml"))) {
      return lines.anyMatch(line -> line.startsWith("[workspace"));
    } catch (IOException e) {
      return false;
    }
  }

  private static Optional<Path> nearest(Path from, Predicate<Path> fits) {
    return ancestors(from).filter(fits).findFirst();
  }

  private static Stream<Path> ancestors(Path from) {
    return Stream.iterate(from, folder -> folder != null, Path::getParent);
  }
}
