package dev.lockstep.scaffold;

import dev.lockstep.files.SafeFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The files of a new target. Both sides observe how long the input is, so that everything runs at
 * once; what they shall observe is for a person to say.
 */
public final class Scaffold {
  private static final int DIGEST_BYTES = 4;

  private final Plan plan;

  /** Plans. */
  public Scaffold(Plan plan) {
    this.plan = plan;
  }

  /**
   * Writes the target's folder, but for its inputs.
   *
   * @param home that does not exist yet
   * @throws IOException if it cannot be written
   */
  public void write(Path home) throws IOException {
    for (Map.Entry<String, String> file : files(home).entrySet()) {
      SafeFiles.write(home.resolve(file.getKey()), file.getValue());
    }
  }

  /**
   * Writes the first input.
   *
   * @param inputs the folder of the target's inputs
   * @throws IOException if it cannot be written
   */
  public void writeSeed(Path inputs) throws IOException {
    SafeFiles.write(inputs.resolve("seeds/first"), "seed\n");
  }

  /**
   * Has the coverage of the original's own classes guide the fuzzing, once its jar is at hand.
   *
   * @param home the target's folder
   * @param classPath of the original's side
   * @return the patterns that stand in {@code target.toml} now
   * @throws IOException if it cannot be written
   */
  public List<String> instrument(Path home, List<Path> classPath) throws IOException {
    if (plan.original() instanceof OriginalSource.Jdk(String className)) {
      return List.of(className);
    }
    OriginalSource.Artifact artifact = artifact();
    String jar = artifact.artifact() + "-" + artifact.version() + ".jar";
    for (Path entry : classPath) {
      if (entry.getFileName().toString().equals(jar)) {
        List<String> patterns = JarPackages.of(entry);
        if (!patterns.isEmpty()) {
          SafeFiles.write(
              home.resolve("target.toml"), Templates.targetToml(plan, artifact(), patterns));
          return patterns;
        }
      }
    }
    return List.of(firstGuess());
  }

  private Map<String, String> files(Path home) throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    boolean jdk = plan.original() instanceof OriginalSource.Jdk;
    List<String> patterns = List.of(firstGuess());
    files.put(
        "target.toml",
        jdk
            ? Templates.targetToml(plan, patterns.getFirst())
            : Templates.targetToml(plan, artifact(), patterns));
    files.put(
        "pom.xml",
        Templates.pom(plan, jdk ? "" : Templates.dependency(artifact()), repository(home)));
    String folder = "src/main/java/" + plan.packageName().replace('.', '/') + "/";
    files.put(folder + plan.className() + ".java", Templates.original(plan));
    if (plan.insideLockstep()) {
      String tests = folder.replace("/main/", "/test/");
      files.put(tests + plan.testName() + ".java", Templates.test(plan));
    }
    files.put("port/Cargo.toml", Templates.cargoToml(plan));
    files.put("port/src/lib.rs", Templates.port(plan));
    files.put("README.md", Templates.readme(plan));
    if (!plan.insideLockstep()) {
      files.put(".gitignore", "target/\ncorpora/grown/\n");
    }
    return files;
  }

  /** Before its jar has been seen. */
  private String firstGuess() {
    return plan.original() instanceof OriginalSource.Jdk(String className)
        ? className
        : artifact().group() + ".**";
  }

  private OriginalSource.Artifact artifact() {
    return switch (plan.original()) {
      case OriginalSource.Artifact artifact -> artifact;
      case OriginalSource.Project(Path _, OriginalSource.Artifact artifact) -> artifact;
      case OriginalSource.Jar(Path file) -> ofJar(file);
      case OriginalSource.Jdk(String className) ->
          throw new IllegalStateException(className + " comes with the JDK");
    };
  }

  /**
   * A jar becomes an artifact in a repository of the target's own; another content is another
   * version.
   */
  private static OriginalSource.Artifact ofJar(Path jar) {
    String name = jar.getFileName().toString();
    String artifact =
        name.substring(0, name.length() - ".jar".length()).replaceAll("[^A-Za-z0-9_.-]", "_");
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar));
      return new OriginalSource.Artifact(
          "jar", artifact, "0-" + HexFormat.of().formatHex(digest, 0, DIGEST_BYTES));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Copies a jar into the target; returns what the target's {@code pom.xml} says of it. */
  private String repository(Path home) throws IOException {
    if (!(plan.original() instanceof OriginalSource.Jar(Path file))) {
      return "";
    }
    OriginalSource.Artifact artifact = ofJar(file);
    String place =
        "lib/" + artifact.group() + "/" + artifact.artifact() + "/" + artifact.version() + "/";
    String name = artifact.artifact() + "-" + artifact.version();
    SafeFiles.write(home.resolve(place + name + ".jar"), Files.readAllBytes(file));
    SafeFiles.write(
        home.resolve(place + name + ".pom"),
        Templates.jarPom(artifact).getBytes(StandardCharsets.UTF_8));
    return Templates.REPOSITORY;
  }

  /** Patterns as TOML has them. */
  static String quoted(List<String> patterns) {
    return patterns.stream()
        .map(pattern -> "\"" + pattern + "\"")
        .collect(Collectors.joining(", "));
  }
}
