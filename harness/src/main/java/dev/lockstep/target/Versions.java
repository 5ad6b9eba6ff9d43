package dev.lockstep.target;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a target compares, as people say it: {@code Apache FontBox 3.0.8} and {@code skrifa 0.46.2}.
 *
 * @param original the original's library and version; the library alone if the version is not known
 *     yet
 * @param port the port's library and version; the library alone if the version is not known yet
 */
public record Versions(String original, String port) {

  /** Reads what the last builds of the target left behind; starts and builds nothing. */
  public static Versions of(Target target) {
    return new Versions(original(target), port(target));
  }

  /** The JDK that this process, and so the original, runs on. */
  public static String jdk() {
    return Runtime.version() + " (" + System.getProperty("java.vendor", "unknown vendor") + ")";
  }

  /** Lockstep's own version; {@code development} when it does not run from its jar. */
  public static String lockstep() {
    Properties properties = new Properties();
    try (InputStream in =
        Versions.class.getResourceAsStream(
            "/META-INF/maven/dev.lockstep/lockstep-harness/pom.properties")) {
      if (in != null) {
        properties.load(in);
      }
    } catch (IOException e) {
      // The same as when it is not there.
    }
    return properties.getProperty("version", "development");
  }

  private static String original(Target target) {
    OriginalSettings original = target.settings().original();
    if (original.artifact().filter(OriginalSettings.JDK::equals).isPresent()) {
      return original.library() + " (JDK " + Runtime.version() + ")";
    }
    return original
        .artifact()
        .map(artifact -> artifact.substring(artifact.indexOf(':') + 1))
        .flatMap(artifact -> jarVersion(classPath(target), artifact))
        .map(version -> original.library() + " " + version)
        .orElse(original.library());
  }

  private static List<String> classPath(Target target) {
    Path file = target.project().resolve("target/runtime.classpath");
    try {
      return List.of(Files.readString(file, StandardCharsets.UTF_8).strip().split(":", -1));
    } catch (IOException e) {
      return List.of();
    }
  }

  /** The version in the name of the jar of {@code artifact}. */
  static Optional<String> jarVersion(List<String> classPath, String artifact) {
    Pattern jar = Pattern.compile("(?:.*/)?" + Pattern.quote(artifact) + "-(\\d[^/]*)\\.jar");
    return classPath.stream()
        .map(jar::matcher)
        .filter(Matcher::matches)
        .map(m -> m.group(1))
        .findFirst();
  }

  private static String port(Target target) {
    JsonNode manifest = TargetFileReader.lenient(target.crate().resolve("Cargo.toml"));
    String crate = manifest.path("package").path("name").asText(target.name());
    String library = target.settings().port().library().orElse(crate);
    return lockFile(target.crate())
        .flatMap(file -> lockedVersion(TargetFileReader.lenient(file), crate, library))
        .map(version -> library + " " + version)
        .orElse(library);
  }

  private static Optional<Path> lockFile(Path crate) {
    for (Path folder = crate; folder != null; folder = folder.getParent()) {
      if (Files.isRegularFile(folder.resolve("Cargo.lock"))) {
        return Optional.of(folder.resolve("Cargo.lock"));
      }
    }
    return Optional.empty();
  }

  /** The version of {@code library} that {@code crate} uses; several can be locked at once. */
  static Optional<String> lockedVersion(JsonNode lock, String crate, String library) {
    Optional<String> only = Optional.empty();
    for (JsonNode locked : lock.path("package")) {
      if (locked.path("name").asText().equals(crate)) {
        for (JsonNode dependency : locked.path("dependencies")) {
          String[] words = dependency.asText().split(" ", -1);
          if (words.length > 1 && words[0].equals(library)) {
            return Optional.of(words[1]);
          }
        }
      }
      if (locked.path("name").asText().equals(library)) {
        only = Optional.of(locked.path("version").asText());
      }
    }
    return only;
  }
}
