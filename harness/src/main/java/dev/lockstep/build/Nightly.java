package dev.lockstep.build;

import dev.lockstep.target.BrokenBaselineException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A nightly Rust that has AddressSanitizer.
 *
 * @param rustup the program that knows where it is
 * @param rustc what its {@code rustc --version} says
 */
record Nightly(Path rustup, String rustc) {
  static final String TRIPLE = "x86_64-unknown-linux-gnu";
  private static final String RUNTIME = "librustc-nightly_rt.asan.a";

  /** Finds it; empty if there is none, or one without the sanitizer's runtime. */
  static Optional<Nightly> find(Tools tools, Path folder) {
    Optional<Path> rustup = tools.find("rustup");
    if (rustup.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> libraries =
        ask(tools, folder, rustup.get(), "--print", "target-libdir", "--target", TRIPLE);
    if (libraries.isEmpty() || !Files.isRegularFile(Path.of(libraries.get(), RUNTIME))) {
      return Optional.empty();
    }
    return ask(tools, folder, rustup.get(), "--version")
        .map(version -> new Nightly(rustup.get(), version));
  }

  /**
   * Finds it.
   *
   * @throws BrokenBaselineException if there is none
   */
  static Nightly get(Tools tools, Path folder) {
    return find(tools, folder)
        .orElseThrow(() ->
            new BrokenBaselineException(
                "cannot build with AddressSanitizer: there is no nightly Rust with its runtime",
                "`rustup toolchain install nightly`; `./lockstep doctor` says whether it is seen"));
  }

  /** The start of a command line that builds with it. */
  List<String> cargo() {
    return List.of(rustup.toString(), "run", "nightly", "cargo");
  }

  private static Optional<String> ask(Tools tools, Path folder, Path rustup, String... arguments) {
    List<String> command = new ArrayList<>(List.of(rustup.toString(), "run", "nightly", "rustc"));
    command.addAll(List.of(arguments));
    List<String> said = new ArrayList<>();
    try {
      // Looking must not install anything.
      Map<String, String> changes = Map.of("RUSTUP_AUTO_INSTALL", "0");
      int exit = tools.run(command, folder, changes, said::add, _ -> {});
      return exit == 0 && !said.isEmpty() ? Optional.of(said.getFirst().strip()) : Optional.empty();
    } catch (BrokenBaselineException e) {
      return Optional.empty(); // there, but it cannot be started
    }
  }
}
