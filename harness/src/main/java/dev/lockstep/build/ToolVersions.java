package dev.lockstep.build;

import dev.lockstep.target.BrokenBaselineException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks the tools that build the sides for their versions, where a build would look for them. */
public final class ToolVersions {
  private static final Pattern VERSION = Pattern.compile("\\b(\\d+(?:\\.\\d+)+)");

  private final Tools tools = new Tools(System.getenv());
  private final Path folder;

  /**
   * Asks from a folder: a toolchain file in it counts.
   *
   * @param root Lockstep's own folder
   */
  public ToolVersions(Path root) {
    this.folder = root;
  }

  /**
   * What a tool says about its version.
   *
   * @param program its name on the PATH, or where rustup puts its own
   * @return the number alone, such as {@code 3.8.7}; empty if there is no such tool or it does not
   *     run
   */
  public Optional<String> of(String program) {
    return ask(program, "--version").stream()
        .map(VERSION::matcher)
        .filter(Matcher::find)
        .map(matcher -> matcher.group(1))
        .findFirst();
  }

  /** Where a tool is; empty if there is none. */
  public Optional<Path> place(String program) {
    return tools.find(program);
  }

  /**
   * Whether the Rust toolchain has the standard library for a platform, such as {@code
   * x86_64-unknown-linux-gnu}.
   */
  public boolean compilesFor(String triple) {
    List<String> said = ask("rustc", "--print", "target-libdir", "--target", triple);
    return !said.isEmpty() && Files.isDirectory(Path.of(said.getFirst().strip()));
  }

  /**
   * The nightly compiler that can build with AddressSanitizer, as it names itself; empty if there
   * is none, or one without the sanitizer's runtime.
   */
  public Optional<String> withAddressSanitizer() {
    return Nightly.find(tools, folder).map(Nightly::rustc);
  }

  private List<String> ask(String program, String... arguments) {
    Optional<Path> file = tools.find(program);
    if (file.isEmpty()) {
      return List.of();
    }
    List<String> command = new ArrayList<>(List.of(file.get().toString()));
    command.addAll(List.of(arguments));
    List<String> said = new ArrayList<>();
    try {
      int exit = tools.run(command, folder, Map.of(), said::add, _ -> {});
      return exit == 0 ? said : List.of();
    } catch (BrokenBaselineException e) {
      return List.of(); // there, but it cannot be started
    }
  }
}
