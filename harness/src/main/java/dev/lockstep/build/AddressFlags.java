package dev.lockstep.build;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;

/**
 * How a build with AddressSanitizer differs from the one that ships. The worker is built in the
 * same way: as an executable it brings the sanitizer's runtime, which the port then finds there.
 *
 * @param nightly the Rust that builds
 */
record AddressFlags(Nightly nightly) {
  private static final List<String> RUSTC =
      List.of(
          "-Zsanitizer=address",
          "-Cforce-frame-pointers=yes",
          // The worker has to show its runtime to the port.
          "-Clink-arg=-Wl,--export-dynamic");

  /** Where cargo puts this build: another compiler or other flags mean another folder. */
  Path folder(Crate crate) {
    CRC32 sum = new CRC32();
    sum.update((nightly.rustc() + RUSTC).getBytes(StandardCharsets.UTF_8));
    String name = String.format(Locale.ROOT, "%08x", sum.getValue());
    return crate.workspace().resolve("target/lockstep-asan").resolve(name);
  }

  List<String> arguments(Crate crate) {
    // The target is named even though it is the host's, so that build scripts and macros stay
    // plain.
    return List.of("--target", Nightly.TRIPLE, "--target-dir", folder(crate).toString());
  }

  Map<String, String> variables() {
    Map<String, String> variables = new TreeMap<>();
    variables.put("CARGO_ENCODED_RUSTFLAGS", String.join("\u001f", RUSTC));
    variables.put("CARGO_PROFILE_RELEASE_LTO", "off");
    variables.put("CARGO_PROFILE_RELEASE_DEBUG", "line-tables-only");
    return variables;
  }
}
