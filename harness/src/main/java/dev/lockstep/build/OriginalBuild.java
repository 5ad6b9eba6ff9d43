package dev.lockstep.build;

import dev.lockstep.target.BrokenBaselineException;
import dev.lockstep.target.Target;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Builds the adapter of an original with Maven. */
final class OriginalBuild {
  private static final List<String> MAVEN = List.of("-B", "-ntp");

  private final Path root;
  private final Consumer<String> progress;
  private final Tools tools;

  OriginalBuild(Path root, Consumer<String> progress, Tools tools) {
    this.root = root;
    this.progress = progress;
    this.tools = tools;
  }

  /** Builds if stale; returns the class path without the harness. */
  List<Path> build(Target target) {
    Path project = target.project();
    if (!Files.isRegularFile(project.resolve("pom.xml"))) {
      throw new BrokenBaselineException(
          "target `" + target.name() + "`: there is no `" + project.resolve("pom.xml") + "`",
          "add it, or say in `" + target.file() + "` where it is: `project` in `[original]`");
    }
    if (isStale(project)) {
      // Not in the project's `target`, which `mvn clean` takes away.
      Path lock = root.resolve("target/lockstep/java.lock");
      BuildLock.holding(
          lock,
          () -> {
            if (isStale(project)) {
              run(target, project);
            }
            return project;
          });
    }
    return classPath(project);
  }

  private static Path classPathFile(Path project) {
    return project.resolve("target/runtime.classpath");
  }

  private boolean isStale(Path project) {
    Optional<FileTime> built = Freshness.age(classPathFile(project));
    return built.isEmpty()
        || !classPath(project).stream().allMatch(Files::exists)
        || Freshness.anyNewer(List.of(project.resolve("pom.xml")), built.get())
        || Freshness.anyNewer(kit(), built.get())
        || Freshness.anyNewerBelow(project.resolve("src/main"), built.get())
        || shared(project).anyMatch(module -> isNewer(module, built.get()));
  }

  /** The modules that the adapter shares with others; the harness is in {@link #kit}. */
  private Stream<Path> shared(Path project) {
    return MavenModules.below(root, project).stream()
        .filter(module -> !module.equals(root.resolve("harness")));
  }

  private static boolean isNewer(Path module, FileTime built) {
    return Freshness.anyNewer(List.of(module.resolve("pom.xml")), built)
        || Freshness.anyNewerBelow(module.resolve("src/main"), built);
  }

  /** The files that an adapter is compiled against. */
  private List<Path> kit() {
    try (Stream<Path> files = Files.list(root.resolve("harness/src/main/java/dev/lockstep"))) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private void run(Target target, Path project) {
    progress.accept("building the original's side of " + target.name());
    FileTime started = FileTime.from(Instant.now());
    List<String> arguments = new ArrayList<>(MAVEN);
    if (isModule(project)) {
      arguments.addAll(List.of("-f", root.resolve("pom.xml").toString()));
      arguments.addAll(List.of("-pl", root.relativize(project).toString(), "-am"));
      arguments.add("process-classes");
    } else {
      installHarness(target);
      arguments.addAll(List.of("-f", project.resolve("pom.xml").toString(), "process-classes"));
      arguments.add("org.apache.maven.plugins:maven-dependency-plugin:3.9.0:build-classpath");
      arguments.add("-Dmdep.includeScope=runtime");
      arguments.add("-Dmdep.outputFile=" + classPathFile(project));
      arguments.add("-Dmdep.regenerateFile=true");
    }
    maven(target, arguments);
    touch(classPathFile(project), started);
  }

  /** Whether Lockstep's own Maven build knows the project. */
  private boolean isModule(Path project) {
    if (!project.startsWith(root)) {
      return false;
    }
    try {
      String pom = Files.readString(root.resolve("pom.xml"));
      return pom.contains("<module>" + root.relativize(project) + "</module>");
    } catch (IOException e) {
      return false;
    }
  }

  /** A project outside of Lockstep's own build finds the kit in the local Maven repository. */
  private void installHarness(Target target) {
    Path marker = installed();
    Optional<FileTime> installed = Freshness.age(marker);
    if (installed.isPresent() && !Freshness.anyNewer(kit(), installed.get())) {
      return;
    }
    progress.accept("installing the harness into the local Maven repository");
    List<String> arguments = new ArrayList<>(MAVEN);
    arguments.addAll(List.of("-f", root.resolve("pom.xml").toString()));
    arguments.addAll(
        List.of("-pl", "harness", "-am", "install", "-Dmaven.test.skip=true", "-DskipRust"));
    FileTime started = FileTime.from(Instant.now());
    maven(target, arguments);
    touch(marker, started);
  }

  /** As old as the harness in the local Maven repository. */
  private Path installed() {
    return root.resolve("harness/target/installed");
  }

  private static void forget(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void maven(Target target, List<String> arguments) {
    List<String> command = new ArrayList<>();
    // The launcher holds the same lock while it builds the harness.
    Optional<Path> flock = tools.find("flock");
    Path lock = root.resolve("target/lockstep/harness.lock");
    flock.ifPresent(program -> command.addAll(List.of(program.toString(), lock.toString())));
    command.add(tools.maven().toString());
    command.addAll(arguments);
    List<String> said = Collections.synchronizedList(new ArrayList<>());
    Map<String, String> changes = new HashMap<>();
    changes.put("JAVA_HOME", System.getProperty("java.home"));
    String options = "--sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED";
    changes.put(
        "MAVEN_OPTS", tools.variable("MAVEN_OPTS").map(own -> own + " ").orElse("") + options);
    int exit = tools.run(command, root, changes, said::add, said::add);
    if (exit != 0) {
      forget(installed());
      String what =
          "the original's side of `%s` does not build (Maven ended with %d)\n\n%s"
              .formatted(target.name(), exit, String.join("\n", MavenOutput.essence(said)));
      String byHand = "mvn " + String.join(" ", arguments);
      throw new BrokenBaselineException(what, "mend it and run again; by hand: `" + byHand + "`");
    }
  }

  private List<Path> classPath(Path project) {
    List<Path> classPath = new ArrayList<>();
    classPath.add(project.resolve("target/classes"));
    try {
      for (String entry : Files.readString(classPathFile(project)).strip().split(":", -1)) {
        if (!entry.isEmpty() && !isHarness(Path.of(entry))) {
          classPath.add(Path.of(entry));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return classPath;
  }

  private boolean isHarness(Path entry) {
    return entry.startsWith(root.resolve("harness"))
        || entry.getFileName().toString().startsWith("lockstep-harness");
  }

  /**
   * Makes a file as old as the start of what made it, so that a change during a build counts as
   * newer.
   */
  private static void touch(Path file, FileTime age) {
    try {
      if (!Files.exists(file)) {
        Files.createDirectories(file.getParent());
        Files.createFile(file);
      }
      Files.setLastModifiedTime(file, age);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
