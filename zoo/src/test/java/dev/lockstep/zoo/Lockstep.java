package dev.lockstep.zoo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The real {@code ./lockstep}, run over a copy of the zoo's targets in a folder of its own: what
 * runs add to a corpus is gone with the test, and two tests never see each other's. The copies
 * build the same projects and crates, so nothing is compiled twice.
 */
final class Lockstep {
  /** The repository. */
  static final Path ROOT =
      Path.of(System.getProperty("lockstep.root", "..")).toAbsolutePath().normalize();

  private static final Path ZOO = ROOT.resolve("zoo");

  private final Path folder;
  private int runs;
  private Path input = Path.of("/dev/null");

  /**
   * Copies the zoo.
   *
   * @param folder an empty one
   */
  Lockstep(Path folder) {
    this(folder, animals());
  }

  /**
   * Copies some targets.
   *
   * @param folder an empty one
   * @param animals folders of targets, two levels below the zoo
   */
  Lockstep(Path folder, List<Path> animals) {
    this.folder = folder;
    try {
      for (Path animal : animals) {
        copy(animal);
      }
      Files.createDirectories(folder.resolve("output"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> animals() {
    try (Stream<Path> targets = Files.list(ZOO.resolve("targets"))) {
      // A run by hand keeps its reports beside them.
      return targets.filter(target -> Files.exists(target.resolve("target.toml"))).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path folder() {
    return folder;
  }

  Path targets() {
    return folder.resolve("targets");
  }

  Path reports() {
    return folder.resolve("reports");
  }

  Path findings() {
    return reports().resolve("findings");
  }

  /** Writes a file for a test to use. */
  Path file(String name, byte[] content) {
    try {
      Path file = folder.resolve("files").resolve(name);
      Files.createDirectories(file.getParent());
      return Files.write(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Changes what a target's {@code target.toml} says. */
  void edit(String target, String from, String to) {
    try {
      Path file = targets().resolve(target).resolve("target.toml");
      String text = Files.readString(file);
      if (!text.contains(from)) {
        throw new AssertionError("no `" + from + "` in " + text);
      }
      Files.writeString(file, text.replace(from, to));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes all seeds away from a target. */
  void removeSeeds(String target) {
    try (Stream<Path> seeds = Files.list(targets().resolve(target).resolve("corpora/seeds"))) {
      for (Path seed : seeds.toList()) {
        Files.delete(seed);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs a verb over the copied zoo to its end. */
  Result run(String... arguments) {
    return start(arguments).await();
  }

  /** Runs a verb over the copied zoo to its end, with something on its stdin. */
  Result runWith(String stdin, String... arguments) {
    input = file("stdin", stdin.getBytes(StandardCharsets.UTF_8));
    try {
      return run(arguments);
    } finally {
      input = Path.of("/dev/null");
    }
  }

  /** Runs a verb over the copied zoo until it has kept a finding, or to its end. */
  Result runUntilFound(String... arguments) {
    try (Running running = start(arguments)) {
      while (running.isAlive() && kept().isEmpty()) {
        pause();
      }
      if (running.isAlive()) {
        running.signal("INT");
      }
      return running.await();
    }
  }

  /** The folders of all findings that were kept. */
  List<Path> kept() {
    if (!Files.isDirectory(findings())) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(findings())) {
      return entries
          .filter(entry -> Files.isRegularFile(entry.resolve("finding.json")))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits for something to become so, and fails if it does not. */
  static void awaitThat(BooleanSupplier holds, Duration most) {
    long end = System.nanoTime() + most.toNanos();
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("it did not come to that within " + most);
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  /** Starts a verb over the copied zoo. */
  Running start(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--targets", targets().toString()));
    if (!all.contains("--reports")) {
      all.addAll(List.of("--reports", reports().toString()));
    }
    return startBare(_ -> {}, all.toArray(String[]::new));
  }

  /** Runs with these arguments and no others. */
  Result runBare(String... arguments) {
    return startBare(_ -> {}, arguments).await();
  }

  /**
   * Starts with these arguments and no others.
   *
   * @param change of the environment
   */
  Running startBare(Consumer<Map<String, String>> change, String... arguments) {
    runs++;
    Path out = folder.resolve("output").resolve(runs + ".out");
    Path err = folder.resolve("output").resolve(runs + ".err");
    // A group of its own, as in a terminal; and whoever runs the tests in the background has SIGINT
    // ignored, which every
    // child inherits.
    List<String> command =
        new ArrayList<>(List.of("setsid", "env", "--default-signal=INT,TERM,QUIT"));
    command.add(ROOT.resolve("lockstep").toString());
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectInput(input.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(name -> name.startsWith("LOCKSTEP_"));
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    change.accept(environment);
    try {
      return new Running(builder.start(), out, err);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Processes, apart from the tests' own, that have something to do with this folder. */
  List<ProcessHandle> processes() {
    return ProcessHandle.allProcesses()
        .filter(process -> process.pid() != ProcessHandle.current().pid())
        .filter(
            process -> process.info().commandLine().orElse("").contains(folder.toString() + "/"))
        .toList();
  }

  private void copy(Path target) throws IOException {
    Path home = Files.createDirectories(targets().resolve(target.getFileName()));
    String settings =
        Files.readString(target.resolve("target.toml"))
            .replace("\"../../", "\"" + ZOO + "/")
            .replace("\"../..\"", "\"" + ZOO + "\"")
            .replace("\".\"", "\"" + target + "\"");
    Files.writeString(home.resolve("target.toml"), settings);
    Path seeds = Files.createDirectories(home.resolve("corpora/seeds"));
    if (!Files.isDirectory(target.resolve("corpora/seeds"))) {
      return;
    }
    try (Stream<Path> inputs = Files.list(target.resolve("corpora/seeds"))) {
      for (Path input : inputs.toList()) {
        Files.copy(input, seeds.resolve(input.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }
}
