package dev.lockstep.build;

import dev.lockstep.Build;
import dev.lockstep.target.BrokenBaselineException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Builds the worker, which runs a side in a process of its own, with cargo. */
final class WorkerBuild {
  private static final String NAME = "lockstep-worker";

  private final Crate crate;
  private final Consumer<String> progress;
  private final Tools tools;

  /**
   * Builds in Lockstep's own workspace.
   *
   * @param root Lockstep's own folder
   */
  WorkerBuild(Path root, Consumer<String> progress, Tools tools) {
    this.crate = new Crate(NAME, root.resolve("harness/rust").resolve(NAME), root);
    this.progress = progress;
    this.tools = tools;
  }

  /**
   * Builds if stale.
   *
   * @param build {@link Build#ADDRESS} for one that can load a port of that build, {@link
   *     Build#RELEASE} for all others
   * @return the program
   * @throws BrokenBaselineException if cargo is missing or the worker does not build
   */
  Path build(Build build) {
    Optional<AddressFlags> flags =
        build == Build.ADDRESS
            ? Optional.of(new AddressFlags(Nightly.get(tools, crate.workspace())))
            : Optional.empty();
    Optional<Path> fresh = fresh(flags);
    if (fresh.isPresent()) {
      return fresh.get();
    }
    Path lock = crate.workspace().resolve("target/lockstep/rust.lock");
    return BuildLock.holding(lock, () -> fresh(flags).orElseGet(() -> run(flags)));
  }

  private Optional<Path> fresh(Optional<AddressFlags> flags) {
    PortStamp stamp = stamp(flags);
    return stamp
        .read()
        .filter(_ -> stamp.isFresh(crate.inputs()))
        .map(BuiltPort::library)
        .filter(program -> flags.isEmpty() || program.startsWith(flags.get().folder(crate)));
  }

  private PortStamp stamp(Optional<AddressFlags> flags) {
    String name = NAME + (flags.isPresent() ? "." + Build.ADDRESS.word() : "") + ".path";
    return new PortStamp(crate.workspace().resolve("target/lockstep").resolve(name));
  }

  private Path run(Optional<AddressFlags> flags) {
    progress.accept(
        flags.isPresent() ? "building the worker with AddressSanitizer" : "building the worker");
    FileTime started = FileTime.from(Instant.now());
    List<String> command =
        new ArrayList<>(
            flags
                .map(with -> with.nightly().cargo())
                .orElseGet(() -> List.of(tools.rust("cargo").toString())));
    command.addAll(
        List.of(
            "build", "--release", "--message-format=json-render-diagnostics", "--package", NAME));
    flags.ifPresent(with -> command.addAll(with.arguments(crate)));
    Map<String, String> changes = flags.map(AddressFlags::variables).orElseGet(Map::of);
    CargoOutput output = new CargoOutput(progress, crate.manifest());
    int exit = tools.run(command, crate.workspace(), changes, output::message, output::words);
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
    stamp(flags)
        .write(
            new BuiltPort(program, "not asked for"),
            locked.compareTo(started) > 0 ? locked : started);
    return program;
  }
}
