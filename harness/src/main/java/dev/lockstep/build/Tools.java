package dev.lockstep.build;

import dev.lockstep.target.BrokenBaselineException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Finds the tools that build a side, and runs them. */
final class Tools {
  private final Map<String, String> environment;

  /**
   * Takes the environment to search and to hand down.
   *
   * @param environment as {@link System#getenv()} has it
   */
  Tools(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /** The value of a variable, if it is set and not empty. */
  Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
  }

  /** A program on the PATH, or where rustup puts its own. */
  Optional<Path> find(String program) {
    String folders = variable("PATH").orElse("");
    Optional<String> rust = variable("CARGO_HOME").map(home -> home + "/bin");
    String more = rust.or(() -> variable("HOME").map(home -> home + "/.cargo/bin")).orElse("");
    for (String folder : (folders + ":" + more).split(":", -1)) {
      Path file = Path.of(folder, program);
      if (!folder.isEmpty() && Files.isExecutable(file) && !Files.isDirectory(file)) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }

  /** Maven's program. */
  Path maven() {
    return find("mvn")
        .orElseThrow(() ->
            new BrokenBaselineException(
                "cannot build a Java side: there is no `mvn` on the PATH",
                "install Maven 3.8 or newer (Debian: `apt-get install maven`)"));
  }

  /** Rust's program {@code cargo} or {@code rustc}. */
  Path rust(String program) {
    return find(program)
        .orElseThrow(() ->
            new BrokenBaselineException(
                "cannot build a port: there is no `" + program + "` on the PATH or in ~/.cargo/bin",
                "install stable Rust (https://rustup.rs)"));
  }

  /**
   * Runs a command to its end, without standard input.
   *
   * @param changes variables to set; an empty value takes the variable away
   * @param out takes each line of its standard output
   * @param err takes each line of its standard error, on another thread
   * @return its exit code
   */
  int run(
      List<String> command,
      Path folder,
      Map<String, String> changes,
      Consumer<String> out,
      Consumer<String> err) {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
    Map<String, String> all = new HashMap<>(environment);
    all.putAll(changes);
    all.values().removeIf(String::isEmpty);
    builder.environment().clear();
    builder.environment().putAll(all);
    try {
      Process process = builder.start();
      try {
        Thread reader =
            Thread.ofVirtual().start(() -> lines(process.errorReader(StandardCharsets.UTF_8), err));
        lines(process.inputReader(StandardCharsets.UTF_8), out);
        reader.join();
        return process.waitFor();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while `" + command.getFirst() + "` ran", e);
      } finally {
        process.destroy();
      }
    } catch (IOException e) {
      throw new BrokenBaselineException(
          "cannot start `" + command.getFirst() + "`: " + e.getMessage(),
          "see whether it runs by hand",
          e);
    }
  }

  private static void lines(BufferedReader reader, Consumer<String> sink) {
    try (reader) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        sink.accept(line);
      }
    } catch (IOException e) {
      // The process is gone, and with it what it had to say.
    }
  }
}
