package dev.lockstep.gate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import dev.lockstep.target.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Which commit of a port is built. */
public final class PortCommit {
  private PortCommit() {}

  /**
   * The commit of the checkout that holds the port: the crate that `target.toml` names as the
   * library, if the adapter depends on it by path, otherwise the adapter itself.
   *
   * @return as {@link Git#state} says it; empty if it lies in no checkout
   */
  public static Optional<String> of(Target target) {
    Path folder = sources(target);
    return Git.around(folder).flatMap(git -> git.state(folder));
  }

  private static Path sources(Target target) {
    Path crate = target.crate();
    JsonNode manifest;
    try {
      manifest = new TomlMapper().readTree(Files.readString(crate.resolve("Cargo.toml")));
    } catch (IOException e) {
      // Whoever builds it says what is wrong with it.
      return crate;
    }
    return target
        .settings()
        .port()
        .library()
        .map(library -> manifest.path("dependencies").path(library).path("path").asText())
        .filter(path -> !path.isEmpty())
        .map(path -> crate.resolve(path).normalize())
        .filter(Files::isDirectory)
        .orElse(crate);
  }
}
