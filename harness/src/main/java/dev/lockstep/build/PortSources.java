package dev.lockstep.build;

import dev.lockstep.target.Target;
import java.nio.file.Path;
import java.util.List;

/** How the files of a port are named: the same on every machine, and as a panic names them. */
public final class PortSources {
  /** What precedes the telling part of a path, and how many folders after it do not tell either. */
  private record Prefix(String text, int noise) {}

  private static final List<Prefix> PREFIXES =
      List.of(new Prefix("/registry/src/", 1), new Prefix("/git/checkouts/", 0));

  private PortSources() {}

  /**
   * The name of a source file: of a crate from elsewhere from the crate's name and version on, else
   * relative to the workspace of the port's adapter if it lies there.
   *
   * @param file as debug information has it
   */
  public static String shown(Target target, String file) {
    for (Prefix prefix : PREFIXES) {
      int at = file.indexOf(prefix.text());
      if (at >= 0) {
        String[] rest = file.substring(at + prefix.text().length()).split("/", prefix.noise() + 1);
        return rest[rest.length - 1];
      }
    }
    Path workspace = Crate.of(target).workspace().toAbsolutePath().normalize();
    Path path = Path.of(file).normalize();
    return path.startsWith(workspace) ? workspace.relativize(path).toString() : file;
  }
}
