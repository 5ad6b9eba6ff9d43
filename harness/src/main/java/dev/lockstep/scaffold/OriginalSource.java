package dev.lockstep.scaffold;

import dev.lockstep.target.UsageException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where an original comes from. */
public sealed interface OriginalSource {

  /**
   * A class of the JDK.
   *
   * @param className fully qualified
   */
  record Jdk(String className) implements OriginalSource {}

  /** An artifact of a Maven repository. */
  record Artifact(String group, String artifact, String version) implements OriginalSource {

    /** The name by which {@code target.toml} knows it. */
    String name() {
      return group + ":" + artifact;
    }
  }

  /** A jar, which is copied into the target. */
  record Jar(Path file) implements OriginalSource {}

  /**
   * A Maven project, which is installed into the local repository.
   *
   * @param folder with its {@code pom.xml}
   * @param artifact that it makes
   */
  record Project(Path folder, Artifact artifact) implements OriginalSource {}

  /** A part of Maven's coordinates, as Maven takes them. */
  Pattern PART = Pattern.compile("[A-Za-z0-9_.-]+");

  /**
   * Reads what a user says.
   *
   * @param text {@code group:artifact:version}, a jar, the folder of a Maven project, or a class of
   *     the JDK
   * @throws UsageException if it is none of these
   */
  static OriginalSource parse(String text) {
    Path path = Path.of(text);
    if (text.toLowerCase(Locale.ROOT).endsWith(".jar") && Files.isRegularFile(path)) {
      return new Jar(path.toAbsolutePath().normalize());
    }
    if (Files.isRegularFile(path.resolve("pom.xml"))) {
      return new Project(path.toAbsolutePath().normalize(), PomCoordinates.of(path));
    }
    return artifact(text)
        .or(() -> jdk(text))
        .orElseThrow(() ->
            new UsageException(
                "`" + text + "` is no original",
                "`--original` takes group:artifact:version, a jar, the folder of a Maven project, "
                    + "or a class of the JDK such as java.util.Properties"));
  }

  private static Optional<OriginalSource> artifact(String text) {
    String[] parts = text.split(":", -1);
    boolean fits = parts.length == 3;
    for (String part : parts) {
      fits &= PART.matcher(part).matches();
    }
    return fits ? Optional.of(new Artifact(parts[0], parts[1], parts[2])) : Optional.empty();
  }

  private static Optional<OriginalSource> jdk(String text) {
    try {
      Class.forName(text, false, ClassLoader.getPlatformClassLoader());
      return Optional.of(new Jdk(text));
    } catch (ClassNotFoundException e) {
      return Optional.empty();
    }
  }
}
