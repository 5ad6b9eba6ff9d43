package dev.lockstep.build;

import dev.lockstep.target.BrokenBaselineException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Brings the libraries that a new target compares to where its two sides find them. */
public final class Libraries {
  private final Tools tools;
  private final Consumer<String> progress;

  /**
   * Works with the tools of this process's environment.
   *
   * @param progress takes each line for people
   */
  public Libraries(Consumer<String> progress) {
    this.tools = new Tools(System.getenv());
    this.progress = progress;
  }

  /**
   * Adds a crate to a port's adapter.
   *
   * @param crate the adapter's folder
   * @param arguments of {@code cargo add}
   * @throws BrokenBaselineException if there is no such crate, with cargo's own message
   */
  public void addCrate(Path crate, List<String> arguments) {
    progress.accept("cargo add " + String.join(" ", arguments));
    List<String> command =
        new ArrayList<>(List.of(tools.rust("cargo").toString(), "add", "--quiet"));
    command.addAll(List.of("--manifest-path", crate.resolve("Cargo.toml").toString()));
    command.addAll(arguments);
    run(command, crate, Map.of(), "cannot add the crate `" + String.join(" ", arguments) + "`");
  }

  /**
   * Installs what a Maven project makes into the local repository.
   *
   * @throws BrokenBaselineException if it does not build, with Maven's own message
   */
  public void install(Path project) {
    progress.accept("mvn install -DskipTests in " + project);
    List<String> command = new ArrayList<>(List.of(tools.maven().toString(), "-B", "-ntp", "-q"));
    command.addAll(List.of("-f", project.resolve("pom.xml").toString(), "install", "-DskipTests"));
    Map<String, String> jdk = Map.of("JAVA_HOME", System.getProperty("java.home"));
    run(command, project, jdk, "the original's project `" + project + "` does not build");
  }

  private void run(List<String> command, Path folder, Map<String, String> changes, String fails) {
    List<String> said = Collections.synchronizedList(new ArrayList<>());
    int exit = tools.run(command, folder, changes, said::add, said::add);
    if (exit != 0) {
      throw new BrokenBaselineException(
          fails + "\n\n" + String.join("\n", said), "by hand: `" + String.join(" ", command) + "`");
    }
  }
}
