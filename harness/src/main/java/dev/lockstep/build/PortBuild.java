package dev.lockstep.build;

import dev.lockstep.Build;
import dev.lockstep.target.BrokenBaselineException;
import dev.lockstep.target.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Builds the adapter of a port with cargo. */
final class PortBuild {
  private final Path root;
  private final Consumer<String> progress;
  private final Tools tools;

  PortBuild(Path root, Consumer<String> progress, Tools tools) {
    this.root = root;
    this.progress = progress;
    this.tools = tools;
  }

  /** Builds if stale; returns what to load. */
  BuiltPort build(Target target, Build build) {
    Crate crate = Crate.of(target);
    Optional<BuiltPort> fresh = fresh(target, crate, build);
    if (fresh.isPresent()) {
      return fresh.get();
    }
    Path lock = crate.workspace().resolve("target/lockstep/rust.lock");
    return BuildLock.holding(
        lock, () -> fresh(target, crate, build).orElseGet(() -> run(target, crate, build)));
  }

  private Optional<BuiltPort> fresh(Target target, Crate crate, Build build) {
    PortStamp stamp = PortStamp.of(crate, build);
    return stamp
        .read()
        .filter(port -> stamp.isFresh(crate.inputs()))
        .filter(port -> isInPlace(port.library(), target, crate, build));
  }

  private boolean isInPlace(Path library, Target target, Crate crate, Build build) {
    return switch (build) {
      case RELEASE -> true;
      case FUZZ -> library.startsWith(FuzzFlags.of(root, target).folder(crate));
      case ADDRESS -> library.startsWith(addressFlags(crate).folder(crate));
    };
  }

  private AddressFlags addressFlags(Crate crate) {
    return new AddressFlags(Nightly.get(tools, crate.folder()));
  }

  private BuiltPort run(Target target, Crate crate, Build build) {
    progress.accept("building the " + build.word() + " build of " + target.name() + "'s port");
    FileTime started = FileTime.from(Instant.now());
    List<String> cargo = List.of(tools.rust("cargo").toString());
    List<String> arguments = List.of();
    Map<String, String> changes = Map.of();
    switch (build) {
      case RELEASE -> {}
      case FUZZ -> {
        FuzzFlags flags = FuzzFlags.of(root, target);
        arguments = flags.arguments(crate);
        changes = flags.variables();
      }
      case ADDRESS -> {
        AddressFlags flags = addressFlags(crate);
        cargo = flags.nightly().cargo();
        arguments = flags.arguments(crate);
        changes = flags.variables();
      }
    }
    List<String> command = new ArrayList<>(cargo);
    command.addAll(List.of("build", "--release", "--message-format=json-render-diagnostics"));
    command.addAll(List.of("--manifest-path", crate.manifest().toString()));
    command.addAll(arguments);
    CargoOutput output = new CargoOutput(progress, crate.manifest());
    int exit = tools.run(command, crate.folder(), changes, output::message, output::words);
    if (exit != 0) {
      throw broken(target, crate, build, exit, output);
    }
    output.diagnostics().forEach(progress);
    Path library = output.library().filter(Files::isRegularFile).orElseThrow(() -> bare(crate));
    String rustc = build == Build.ADDRESS ? addressFlags(crate).nightly().rustc() : rustc(crate);
    BuiltPort port = new BuiltPort(library, rustc);
    // Cargo itself may have written the lock file since.
    FileTime locked =
        Freshness.age(Crate.of(target).workspace().resolve("Cargo.lock")).orElse(started);
    PortStamp.of(Crate.of(target), build)
        .write(port, locked.compareTo(started) > 0 ? locked : started);
    return port;
  }

  private static BrokenBaselineException broken(
      Target target, Crate crate, Build build, int exit, CargoOutput output) {
    String what =
        "the port of `%s` does not build (%s build, cargo ended with %d)\n\n%s"
            .formatted(target.name(), build.word(), exit, String.join("\n", output.diagnostics()));
    String byHand = "cargo build --release --manifest-path " + crate.manifest();
    return new BrokenBaselineException(what, "mend it and run again; by hand: `" + byHand + "`");
  }

  private static BrokenBaselineException bare(Crate crate) {
    return new BrokenBaselineException(
        "`" + crate.manifest() + "` builds no shared library",
        "add `[lib]` with `crate-type = [\"cdylib\"]` to it");
  }

  private String rustc(Crate crate) {
    List<String> said = new ArrayList<>();
    List<String> command = List.of(tools.rust("rustc").toString(), "--version");
    tools.run(command, crate.folder(), Map.of(), said::add, progress);
    return said.isEmpty() ? "unknown" : said.getFirst();
  }
}
