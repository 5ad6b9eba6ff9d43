package dev.lockstep.build;

import dev.lockstep.target.BrokenBaselineException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Builds the worker, which runs a side in a process of its own, with cargo. */
final class WorkerBuild {
  private static final String NAME = "lockstep-worker";

  private final Crate crate;
  private final PortStamp stamp;
  private final Consumer<String> progress;
  private final Tools tools;

  /**
   * Builds in Lockstep's own workspace.
   *
   * @param root Lockstep's own folder
   */
  WorkerBuild(Path root, Consumer<String> progress, Tools tools) {
    this.crate = new Crate(NAME, root.resolve("harness/rust").resolve(NAME), root);
    this.stamp = new PortStamp(root.resolve("target/lockstep").resolve(NAME + ".path"));
    this.progress = progress;
    this.tools = tools;
  }

  /**
   * Builds if stale.
   *
   * @return the program
   * @throws BrokenBaselineException if cargo is missing or the worker does not build
   */
  Path build() {
    Optional<Path> fresh = fresh();
    if (fresh.isPresent()) {
      return fresh.get();
    }
    Path lock = crate.workspace().resolve("target/lockstep/rust.lock");
    return BuildLock.holding(lock, () -> fresh().orElseGet(this::run));
  }

  private Optional<Path> fresh() {
    return stamp.read().filter(_ -> stamp.isFresh(crate.inputs())).map(BuiltPort::library);
  }

  private Path run() {
    progress.accept("building the worker");
    FileTime started = FileTime.from(Instant.now());
    List<String> command =
        List.of(
            tools.rust("cargo").toString(),
            "build",
            "--release",
            "--message-format=json-render-diagnostics",
            "--package",
            NAME);
    CargoOutput output = new CargoOutput(progress, crate.manifest());
    int exit = tools.run(command, crate.workspace(), Map.of(), output::message, output::words);
    if (exit != 0) {
      String what =
          "the worker does not build (cargo ended with %d)\n\n%s"
              .formatted(exit, String.join("\n", output.diagnostics()));
      throw new BrokenBaselineException(
          what, "by hand: `cargo build --release --package " + NAME + "` in " + crate.workspace());
    }
    Path program =
        output
            .program()
            .filter(Files::isExecutable)
            .orElseThrow(() ->
                new BrokenBaselineException(
                    "`" + crate.manifest() + "` builds no program",
                    "is it as it was in the repository?"));
    // Cargo itself may have written the lock file since.
    FileTime locked = Freshness.age(crate.workspace().resolve("Cargo.lock")).orElse(started);
    stamp.write(
        new BuiltPort(program, "not asked for"), locked.compareTo(started) > 0 ? locked : started);
    return program;
  }
}
