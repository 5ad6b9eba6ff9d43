package dev.lockstep.build;

import dev.lockstep.Build;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A target whose sides can be loaded.
 *
 * @param originalClassPath the adapter's classes and what they need, without the harness
 * @param ports the builds of the port that were asked for
 * @param worker the program that runs a side in a process of its own
 * @param addressWorker the same program for a port with AddressSanitizer, if that was asked for
 */
public record BuiltTarget(
    List<Path> originalClassPath,
    Map<Build, BuiltPort> ports,
    Path worker,
    Optional<Path> addressWorker) {

  /**
   * Copies both collections; the release build comes first, so that what is wrong with both is said
   * of it.
   */
  public BuiltTarget {
    originalClassPath = List.copyOf(originalClassPath);
    Map<Build, BuiltPort> ordered = new EnumMap<>(Build.class);
    ordered.putAll(ports);
    ports = Collections.unmodifiableMap(ordered);
  }

  /** A target without a build with AddressSanitizer. */
  public BuiltTarget(List<Path> originalClassPath, Map<Build, BuiltPort> ports, Path worker) {
    this(originalClassPath, ports, worker, Optional.empty());
  }

  /**
   * One build of the port.
   *
   * @throws IllegalStateException if it was not asked for
   */
  public BuiltPort port(Build build) {
    BuiltPort port = ports.get(build);
    if (port == null) {
      throw new IllegalStateException("the " + build.word() + " build was not asked for");
    }
    return port;
  }

  /** The port as it ships; see {@link #port}. */
  public Path releaseLibrary() {
    return port(Build.RELEASE).library();
  }

  /** The port with coverage and checks; see {@link #port}. */
  public Path fuzzLibrary() {
    return port(Build.FUZZ).library();
  }

  /** The Rust compiler that built the port. */
  public String rustc() {
    return ports.values().stream().map(BuiltPort::rustc).findFirst().orElse("unknown");
  }
}
