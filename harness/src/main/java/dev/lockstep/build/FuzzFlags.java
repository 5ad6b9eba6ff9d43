package dev.lockstep.build;

import dev.lockstep.target.BrokenBaselineException;
import dev.lockstep.target.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** How the fuzz build of a port differs from the one that ships. */
final class FuzzFlags {
  private final Path wrapper;
  private final Target target;

  FuzzFlags(Path root, Target target) {
    this.wrapper = root.resolve("harness/rust/rustc-coverage");
    this.target = target;
  }

  /** The files that the flags come from. */
  List<Path> inputs() {
    return List.of(wrapper, target.file());
  }

  List<String> arguments(Crate crate) {
    String folder = crate.workspace().resolve("target/lockstep-fuzz").toString();
    return List.of("--target", triple(), "--target-dir", folder);
  }

  Map<String, String> variables(Tools tools) {
    if (!Files.isExecutable(wrapper)) {
      throw new BrokenBaselineException(
          "there is no `" + wrapper + "`", "it is a part of Lockstep: check it out again");
    }
    Map<String, String> variables = new TreeMap<>();
    variables.put("RUSTC_WRAPPER", wrapper.toString());
    variables.put(
        "LOCKSTEP_COVERAGE_SKIP", String.join(",", target.settings().port().coverageSkip()));
    variables.put("CARGO_PROFILE_RELEASE_OVERFLOW_CHECKS", "true");
    variables.put("CARGO_PROFILE_RELEASE_DEBUG_ASSERTIONS", "true");
    variables.put("CARGO_PROFILE_RELEASE_LTO", "off");
    variables.put("CARGO_PROFILE_RELEASE_DEBUG", "line-tables-only");
    return variables;
  }

  /** Named, so that build scripts and macros stay without coverage. */
  private static String triple() {
    String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    return (machine.equals("amd64") ? "x86_64" : machine) + "-unknown-linux-gnu";
  }
}
