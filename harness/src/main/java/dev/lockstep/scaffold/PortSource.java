package dev.lockstep.scaffold;

import dev.lockstep.target.UsageException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Where a port comes from. */
public sealed interface PortSource {

  /** The standard library: nothing is to be brought in. */
  record Std() implements PortSource {}

  /**
   * A crate of the registry.
   *
   * @param crate {@code name} or {@code name@requirement}
   */
  record Registry(String crate) implements PortSource {}

  /** A crate's folder. */
  record Folder(Path path) implements PortSource {}

  /**
   * A git repository with the crate in it.
   *
   * @param revision a branch, tag or commit; empty for the default branch
   */
  record Git(String url, String revision) implements PortSource {}

  /** A crate's name, and perhaps a version requirement. */
  Pattern CRATE = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*(@[0-9A-Za-z.,<>=^~*+ -]+)?");

  /** What looks like the address of a repository. */
  Pattern ADDRESS = Pattern.compile("(https?|ssh|git|file)://.*|git@.*|.*\\.git(#.*)?");

  /**
   * Reads what a user says.
   *
   * @param text {@code std}, a crate's folder, {@code URL#REVISION} of a git repository, or {@code
   *     crate@version}
   * @throws UsageException if it is none of these
   */
  static PortSource parse(String text) {
    if (text.equals("std")) {
      return new Std();
    }
    if (ADDRESS.matcher(text).matches()) {
      int hash = text.indexOf('#');
      return hash < 0
          ? new Git(text, "")
          : new Git(text.substring(0, hash), text.substring(hash + 1));
    }
    Path path = Path.of(text);
    if (Files.isRegularFile(path.resolve("Cargo.toml"))) {
      return new Folder(path.toAbsolutePath().normalize());
    }
    if (CRATE.matcher(text).matches()) {
      return new Registry(text);
    }
    throw new UsageException(
        "`" + text + "` is no port",
        "`--port` takes a crate such as java-properties@2, a crate's folder, the URL of a git "
            + "repository (URL#REVISION), or std");
  }

  /** The arguments with which {@code cargo add} brings it in; none if there is nothing to bring. */
  default List<String> cargoAddArguments() {
    List<String> arguments = new ArrayList<>();
    switch (this) {
      case Std() -> {}
      case Registry(String crate) -> arguments.add(crate);
      case Folder(Path path) -> arguments.addAll(List.of("--path", path.toString()));
      case Git(String url, String revision) -> {
        arguments.addAll(List.of("--git", url));
        if (!revision.isEmpty()) {
          arguments.addAll(List.of("--rev", revision));
        }
      }
    }
    return arguments;
  }
}
