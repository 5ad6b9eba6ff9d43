package dev.lockstep.build;

import dev.lockstep.target.BrokenBaselineException;
import dev.lockstep.target.Target;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;

/**
 * How the fuzz build of a port differs from the one that ships.
 *
 * @param wrapper the script that calls rustc with the coverage flags
 * @param skip crates left out of coverage, separated by spaces
 */
record FuzzFlags(Path wrapper, String skip) {

  static FuzzFlags of(Path root, Target target) {
    String skip = String.join(" ", target.settings().port().coverageSkip());
    return new FuzzFlags(root.resolve("harness/rust/rustc-coverage"), skip);
  }

  /**
   * Where cargo puts this build. Cargo knows neither the wrapper's text nor the skipped crates, so
   * another text or other crates mean another folder.
   */
  Path folder(Crate crate) {
    CRC32 sum = new CRC32();
    try {
      sum.update(Files.readAllBytes(wrapper));
    } catch (IOException e) {
      throw new BrokenBaselineException(
          "cannot read `" + wrapper + "`", "it is a part of Lockstep: check it out again", e);
    }
    sum.update(skip.getBytes(StandardCharsets.UTF_8));
    String name = String.format(Locale.ROOT, "%08x", sum.getValue());
    return crate.workspace().resolve("target/lockstep-fuzz").resolve(name);
  }

  List<String> arguments(Crate crate) {
    return List.of("--target", triple(), "--target-dir", folder(crate).toString());
  }

  Map<String, String> variables() {
    Map<String, String> variables = new TreeMap<>();
    variables.put("RUSTC_WRAPPER", wrapper.toString());
    variables.put("LOCKSTEP_COVERAGE_SKIP", skip);
    variables.put("CARGO_PROFILE_RELEASE_OVERFLOW_CHECKS", "true");
    variables.put("CARGO_PROFILE_RELEASE_DEBUG_ASSERTIONS", "true");
    variables.put("CARGO_PROFILE_RELEASE_LTO", "off");
    variables.put("CARGO_PROFILE_RELEASE_DEBUG", "line-tables-only");
    return variables;
  }

  /** Named even though it is the host's, so that build scripts and macros stay without coverage. */
  private static String triple() {
    String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    return (machine.equals("amd64") ? "x86_64" : machine) + "-unknown-linux-gnu";
  }
}
