package dev.lockstep.build;

import dev.lockstep.Build;
import dev.lockstep.target.BrokenBaselineException;
import dev.lockstep.target.Target;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Builds the two sides of a target and the worker, as far as they are stale.
 *
 * <p>Safe to run from several processes at once: a lock file for each side makes the second one
 * wait and then find everything done.
 */
public final class TargetBuild {
  private final OriginalBuild originals;
  private final PortBuild ports;
  private final WorkerBuild worker;

  /**
   * Builds with the tools of this process's environment.
   *
   * @param root Lockstep's own folder
   * @param progress takes each line for people: what is being built, and the tools' own output
   */
  public TargetBuild(Path root, Consumer<String> progress) {
    this(root, progress, new Tools(System.getenv()));
  }

  TargetBuild(Path root, Consumer<String> progress, Tools tools) {
    Path home = root.toAbsolutePath().normalize();
    this.originals = new OriginalBuild(home, progress, tools);
    this.ports = new PortBuild(home, progress, tools);
    this.worker = new WorkerBuild(home, progress, tools);
  }

  /**
   * Builds what is stale of the original's adapter, of the named builds of the port, and of the
   * worker.
   *
   * @throws BrokenBaselineException if one of them does not build or a tool is missing, with the
   *     tool's own message
   */
  public BuiltTarget build(Target target, Set<Build> builds) {
    return build(target, builds, originals.build(target));
  }

  /**
   * The same for who has built the adapter already.
   *
   * @param classPath the adapter's classes and what they need
   * @throws BrokenBaselineException if the port or the worker does not build or a tool is missing
   */
  public BuiltTarget build(Target target, Set<Build> builds, List<Path> classPath) {
    Map<Build, BuiltPort> built = ports(target, builds);
    Optional<Path> addressWorker =
        builds.contains(Build.ADDRESS)
            ? Optional.of(worker.build(Build.ADDRESS))
            : Optional.empty();
    return new BuiltTarget(classPath, built, worker.build(Build.RELEASE), addressWorker);
  }

  /**
   * Builds what is stale of the named builds of the port alone.
   *
   * @throws BrokenBaselineException if one of them does not build or a tool is missing, with the
   *     tool's own message
   */
  public Map<Build, BuiltPort> ports(Target target, Set<Build> builds) {
    Map<Build, BuiltPort> built = new EnumMap<>(Build.class);
    for (Build build : builds) {
      built.put(build, ports.build(target, build));
    }
    return built;
  }
}
