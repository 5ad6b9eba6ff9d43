package dev.lockstep.zoo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A repository of git with one target, {@code one}, whose port the test writes. */
final class PortRepository {
  private static final Path ZOO = Lockstep.ROOT.resolve("zoo");

  private final Path folder;

  /**
   * Makes it, without a commit. Its release and test builds share the folder of the repository's
   * own, so that what both depend on is not compiled again.
   */
  PortRepository(Path folder) throws IOException {
    this.folder = folder;
    git("init", "--quiet", "--initial-branch=main");
    git("config", "user.email", "nobody@example.org");
    git("config", "user.name", "nobody");
    Files.writeString(folder.resolve(".gitignore"), "target/\nreports/\ngrown/\n");
    Path cargo = Files.createDirectories(folder.resolve(".cargo"));
    Files.writeString(
        cargo.resolve("config.toml"),
        "[build]\ntarget-dir = \"" + Lockstep.ROOT.resolve("target") + "\"\n");
    Path home = Files.createDirectories(targets().resolve("one"));
    Files.createDirectories(crate().resolve("src"));
    Files.writeString(
        home.resolve("target.toml"),
        """
        summary = "a pair of the tests"

        [original]
        class = "dev.lockstep.zoo.Well"
        library = "zoo"
        instrument = ["dev.lockstep.zoo.**"]
        project = "%s"

        [port]
        crate = "port"

        [limits]
        time_seconds_max = 0.25
        """
            .formatted(ZOO));
    Files.copy(Lockstep.ROOT.resolve("Cargo.lock"), crate().resolve("Cargo.lock"));
    Files.writeString(
        crate().resolve("Cargo.toml"),
        """
        [package]
        name = "repository-port"
        version = "0.1.0"
        edition = "2024"

        [lib]
        crate-type = ["cdylib"]

        [dependencies]
        lockstep-port = { path = "%s" }
        serde = { version = "1", features = ["derive"] }
        zoo-common = { path = "%s" }

        [profile.release]
        panic = "unwind"

        [workspace]
        """
            .formatted(
                Lockstep.ROOT.resolve("harness/rust/lockstep-port"), ZOO.resolve("ports/common")));
  }

  Path folder() {
    return folder;
  }

  Path targets() {
    return folder.resolve("targets");
  }

  /** The folder of the port's adapter. */
  Path crate() {
    return targets().resolve("one/port");
  }

  /** Writes a port that does as the original does, but for what these lines change. */
  void port(String sickness) throws IOException {
    Files.writeString(
        crate().resolve("src/lib.rs"),
        """
        //! A port of the tests.

        use lockstep_port::Rejection;
        use serde::Serialize;
        use zoo_common::Summary;

        lockstep_port::port!(observe);

        #[allow(unused_mut)]
        fn observe(input: &[u8]) -> Result<impl Serialize + use<>, Rejection> {
            let mut summary = Summary::of(input);
            %s
            Ok(summary)
        }
        """
            .formatted(sickness));
  }

  void commit(String message) {
    git("add", "--all");
    git("commit", "--quiet", "--message", message);
  }

  /** The full name of a commit. */
  String name(String ref) {
    return git("rev-parse", ref).strip();
  }

  String git(String... arguments) {
    List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
    command.addAll(List.of(arguments));
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new AssertionError(String.join(" ", command) + ": " + said);
      }
      return said;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }
}
