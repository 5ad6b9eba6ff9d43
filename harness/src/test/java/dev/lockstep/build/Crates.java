package dev.lockstep.build;

import dev.lockstep.Build;
import dev.lockstep.target.Limits;
import dev.lockstep.target.OriginalSettings;
import dev.lockstep.target.PortSettings;
import dev.lockstep.target.Target;
import dev.lockstep.target.TargetFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Builds the crates of this repository for tests, as the command line does and into its cache. */
public final class Crates {
  private static final Path ROOT = root();

  private Crates() {}

  /**
   * Builds a crate if it is stale.
   *
   * @param crate its folder, from the root of the repository
   * @return the shared library
   */
  public static Path library(String crate, Build build) {
    Path folder = ROOT.resolve(crate);
    Target target = new Target(folder.getFileName().toString(), folder, folder, settings());
    return new PortBuild(ROOT, _ -> {}, new Tools(System.getenv())).build(target, build).library();
  }

  /** Builds the worker if it is stale. */
  public static Path worker() {
    return new WorkerBuild(ROOT, _ -> {}, new Tools(System.getenv())).build(Build.RELEASE);
  }

  /**
   * Where in a crate something stands, as a panic there names it.
   *
   * @param crate its folder, from the root of the repository
   * @param code the only line of its {@code src/lib.rs} that holds it
   */
  public static String place(String crate, String code) {
    String file = crate + "/src/lib.rs";
    try {
      List<String> lines = Files.readAllLines(ROOT.resolve(file));
      int line = 0;
      while (!lines.get(line).contains(code)) {
        line++;
      }
      return file + ":" + (line + 1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TargetFile settings() {
    return new TargetFile(
        "a crate by itself",
        new OriginalSettings(
            "None", "none", Optional.empty(), List.of(), Optional.empty(), Optional.empty(), "."),
        new PortSettings(".", Optional.empty(), List.of()),
        Limits.DEFAULT,
        List.of(),
        List.of());
  }

  private static Path root() {
    return Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent)
        .filter(folder -> Files.isDirectory(folder.resolve("harness/rust")))
        .findFirst()
        .orElseThrow();
  }
}
