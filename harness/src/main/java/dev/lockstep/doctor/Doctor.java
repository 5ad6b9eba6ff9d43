package dev.lockstep.doctor;

import dev.lockstep.build.ToolVersions;
import dev.lockstep.files.SafeFiles;
import dev.lockstep.target.Versions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * All checks, cheap ones first; the worker and the coverage seam last, and only where all that they
 * need is there.
 */
public final class Doctor {
  private static final int JDK_MIN = 25;
  private static final String MAVEN_MIN = "3.8";

  /** The workspace's {@code rust-version}. */
  private static final String RUST_MIN = "1.88";

  private static final String TRIPLE = "x86_64-unknown-linux-gnu";
  private static final long DISK_BYTES_MIN = 1L << 30;
  private static final double GIB = 1L << 30;

  private final Path reports;
  private final ToolVersions tools;
  private final WorkerCheck worker;
  private final SeamCheck seam;

  /**
   * Checks for one place to work in.
   *
   * @param root Lockstep's own folder
   * @param reports where findings would go; need not exist yet
   */
  public Doctor(Path root, Path reports, WorkerCheck worker, SeamCheck seam) {
    this.reports = reports;
    this.tools = new ToolVersions(root);
    this.worker = worker;
    this.seam = seam;
  }

  /**
   * Runs all checks.
   *
   * @param each is told of each as soon as it is known
   */
  public List<Check> run(Consumer<Check> each) throws InterruptedException {
    List<Check> checks = new ArrayList<>();
    for (Check check : List.of(platform(), jdk(), maven(), cargo(), rustc(), triple(), linker())) {
      checks.add(check);
      each.accept(check);
    }
    boolean builds = checks.stream().allMatch(Check::ok);
    List<Supplier<Check>> rest =
        List.of(
            this::sanitizer,
            this::reports,
            this::disk,
            () -> builds ? worker.run() : notTried("worker"));
    for (Supplier<Check> one : rest) {
      Check check = one.get();
      checks.add(check);
      each.accept(check);
    }
    Check joint = builds ? seam.run() : notTried("seam");
    checks.add(joint);
    each.accept(joint);
    return checks;
  }

  private static Check notTried(String name) {
    return Check.missing(name, "not tried", "mend what is missing above, then run this again");
  }

  private static Check platform() {
    String found = System.getProperty("os.name", "?") + " " + System.getProperty("os.arch", "?");
    return found.equals("Linux amd64")
        ? Check.ok("platform", found)
        : Check.missing("platform", found, "Lockstep runs on Linux on x86-64 only so far");
  }

  private static Check jdk() {
    return Runtime.version().feature() >= JDK_MIN
        ? Check.ok("jdk", Versions.jdk())
        : Check.missing(
            "jdk", Versions.jdk(), "let JAVA_HOME point to a JDK of " + JDK_MIN + " or newer");
  }

  private Check maven() {
    return tool("maven", "mvn", MAVEN_MIN, "install it (Debian, Ubuntu: `apt-get install maven`)");
  }

  private Check cargo() {
    return tool("cargo", "cargo", RUST_MIN, "install stable Rust (https://rustup.rs)");
  }

  private Check rustc() {
    return tool("rustc", "rustc", RUST_MIN, "`rustup update stable`");
  }

  private Check tool(String name, String program, String least, String hint) {
    Optional<Path> place = tools.place(program);
    if (place.isEmpty()) {
      return Check.missing(name, "there is no `" + program + "` on the PATH", hint);
    }
    Optional<String> version = tools.of(program);
    if (version.isEmpty()) {
      return Check.missing(name, "`" + place.get() + "` does not run", hint);
    }
    return VersionNumber.of(version.get()).compareTo(VersionNumber.of(least)) >= 0
        ? Check.ok(name, version.get())
        : Check.missing(name, version.get() + " is older than " + least, hint);
  }

  private Check triple() {
    return tools.compilesFor(TRIPLE)
        ? Check.ok("target", TRIPLE)
        : Check.missing(
            "target",
            "the Rust toolchain does not compile for " + TRIPLE,
            "`rustup target add " + TRIPLE + "`");
  }

  private Check linker() {
    return tools
        .place("cc")
        .map(place -> Check.ok("linker", place.toString()))
        .orElseGet(() ->
            Check.missing(
                "linker",
                "there is no `cc` on the PATH, and Rust links with it",
                "install a C compiler (Debian, Ubuntu: `apt-get install gcc libc6-dev`)"));
  }

  /** Not needed, so never missing. */
  private Check sanitizer() {
    return Check.ok(
        "sanitizer",
        tools
            .withAddressSanitizer()
            .map(rustc -> "address, with " + rustc)
            .orElse(
                "none; `--sanitizer address` needs a nightly Rust: `rustup toolchain install"
                    + " nightly`"));
  }

  private Check reports() {
    Path probe = reports.resolve(".doctor");
    try {
      SafeFiles.write(probe, "");
      Files.delete(probe);
      return Check.ok("reports", reports.toString());
    } catch (IOException e) {
      return Check.missing(
          "reports",
          "`" + reports + "` cannot be written: " + e.getMessage(),
          "let `--reports` or LOCKSTEP_REPORTS name a folder that can");
    }
  }

  private Check disk() {
    Path there = reports;
    while (there.getParent() != null && !Files.exists(there)) {
      there = there.getParent();
    }
    try {
      long free = Files.getFileStore(there).getUsableSpace();
      String found = String.format(Locale.ROOT, "%.1f GiB free", free / GIB);
      return free >= DISK_BYTES_MIN
          ? Check.ok("disk", found)
          : Check.missing("disk", found, "make room where `" + reports + "` is: 1 GiB at least");
    } catch (IOException e) {
      return Check.missing("disk", "cannot be asked: " + e.getMessage(), "see to `" + there + "`");
    }
  }
}
