package dev.lockstep.port;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Joins a port's coverage to the libFuzzer inside Jazzer's driver, in this process.
 *
 * <p>The driver is found where it was loaded, its functions are looked up by name, and the port's
 * counters and hooks are pointed at them ({@code docs/seam.md}). Nothing is promoted to global
 * scope.
 */
public final class LibFuzzerSeam {
  private static final String DRIVER = "jazzer_driver";

  private static final String PINNED = "Lockstep is pinned to one version of Jazzer; see `pom.xml`";

  /** In the order of {@code docs/seam.md}. */
  private static final List<String> HOOKS =
      List.of(
          "__sanitizer_cov_trace_cmp1",
          "__sanitizer_cov_trace_cmp2",
          "__sanitizer_cov_trace_cmp4",
          "__sanitizer_cov_trace_cmp8",
          "__sanitizer_cov_trace_const_cmp1",
          "__sanitizer_cov_trace_const_cmp2",
          "__sanitizer_cov_trace_const_cmp4",
          "__sanitizer_cov_trace_const_cmp8",
          "__sanitizer_cov_trace_switch",
          "__sanitizer_cov_trace_div4",
          "__sanitizer_cov_trace_div8",
          "__sanitizer_cov_trace_gep",
          "__sanitizer_cov_trace_pc_indir");

  private LibFuzzerSeam() {}

  /**
   * Registers a port's coverage.
   *
   * @throws PortLoadException if Jazzer's driver is not loaded or is not the one that this version
   *     knows
   */
  public static void join(PortCoverage coverage) {
    if (coverage.hooksLength() != HOOKS.size()) {
      throw new PortLoadException(
          "the port has %d coverage hooks, this Lockstep knows %d"
              .formatted(coverage.hooksLength(), HOOKS.size()),
          "build the port with the `lockstep-port` of this Lockstep");
    }
    MemorySegment driver = driver();
    MemorySegment hooks =
        MemorySegment.ofAddress(coverage.hooks()).reinterpret((long) HOOKS.size() * Long.BYTES);
    for (int i = 0; i < HOOKS.size(); i++) {
      hooks.setAtIndex(JAVA_LONG, i, function(driver, HOOKS.get(i)).address());
    }
    register(coverage);
  }

  /**
   * Registers the counters of a port, wherever it runs, and leaves its hooks alone.
   *
   * @throws PortLoadException as {@link #join} does
   */
  public static void register(PortCoverage coverage) {
    MemorySegment driver = driver();
    register(
        driver,
        "__sanitizer_cov_8bit_counters_init",
        coverage.counters(),
        coverage.counters() + coverage.countersLength());
    register(
        driver, "__sanitizer_cov_pcs_init", coverage.pcs(), coverage.pcs() + coverage.pcsLength());
  }

  /** Jazzer's driver, where it was loaded. */
  static MemorySegment driver() {
    return DynamicLinker.open(findDriver(), DynamicLinker.RTLD_NOW | DynamicLinker.RTLD_NOLOAD);
  }

  private static void register(MemorySegment driver, String name, long start, long end) {
    try {
      DynamicLinker.callable(
              function(driver, name), FunctionDescriptor.ofVoid(JAVA_LONG, JAVA_LONG))
          .invokeExact(start, end);
    } catch (Throwable e) {
      throw new IllegalStateException(name, e);
    }
  }

  /** A function of it. */
  static MemorySegment function(MemorySegment driver, String name) {
    return DynamicLinker.symbol(driver, name)
        .orElseThrow(() -> new PortLoadException("Jazzer's driver has no `" + name + "`", PINNED));
  }

  private static Path findDriver() {
    try {
      return Files.readAllLines(Path.of("/proc/self/maps")).stream()
          .filter(line -> line.contains(DRIVER) && line.indexOf('/') >= 0)
          .map(line -> Path.of(line.substring(line.indexOf('/'))))
          .findFirst()
          .orElseThrow(
              () -> new PortLoadException("Jazzer's driver is not loaded in this process", PINNED));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
