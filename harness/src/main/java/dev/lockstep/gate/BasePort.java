package dev.lockstep.gate;

import dev.lockstep.Build;
import dev.lockstep.Difference;
import dev.lockstep.Verdict;
import dev.lockstep.build.BuildLock;
import dev.lockstep.build.BuiltPort;
import dev.lockstep.build.BuiltTarget;
import dev.lockstep.files.SafeFiles;
import dev.lockstep.finding.Finding;
import dev.lockstep.judge.Judge;
import dev.lockstep.target.Target;
import dev.lockstep.target.TargetFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * The port as it was on the base of a change: built in a working tree of its own, and asked about
 * what is new.
 *
 * <p>Below {@code reports/base/}: {@code <commit>/} keeps what was built, {@code cargo/} what cargo
 * needs to build quickly again, and {@code tree/} is the working tree, which is there only while
 * something is built; one that a killed process has left behind is removed by the next.
 */
final class BasePort {
  private final Git git;
  private final String commit;
  private final Path home;
  private final BiFunction<Target, Set<Build>, Map<Build, BuiltPort>> ports;

  /**
   * Prepares it.
   *
   * @param git the working tree of the change
   * @param ports builds what is stale of a port
   */
  BasePort(
      Git git,
      String commit,
      Path reports,
      BiFunction<Target, Set<Build>, Map<Build, BuiltPort>> ports) {
    this.git = git;
    this.commit = commit;
    this.home = reports.resolve("base");
    this.ports = ports;
  }

  /**
   * Which findings the base shows as well.
   *
   * @return their ids
   * @throws dev.lockstep.target.BrokenBaselineException if the base's port does not build
   * @throws IOException if something cannot be read or written
   */
  Set<String> shows(Target target, BuiltTarget built, Collection<Finding> findings)
      throws IOException {
    Set<Build> builds = EnumSet.noneOf(Build.class);
    for (Finding finding : findings) {
      builds.add(finding.build().equals(Build.FUZZ.word()) ? Build.FUZZ : Build.RELEASE);
    }
    Set<String> shown = new HashSet<>();
    Optional<Map<Build, BuiltPort>> base = build(target, builds);
    if (base.isEmpty()) {
      return shown;
    }
    BuiltTarget pair = new BuiltTarget(built.originalClassPath(), base.get(), built.worker());
    try (Judge judge = Judge.load(target, pair)) {
      for (Finding finding : findings) {
        boolean isThere =
            judge.confirm(finding.replay()).values().stream()
                .anyMatch(verdict -> shows(verdict, finding));
        if (isThere) {
          shown.add(finding.id());
        }
      }
    }
    return shown;
  }

  private static boolean shows(Verdict verdict, Finding finding) {
    return verdict instanceof Verdict.Divergence(List<Difference> differences, int _)
        && differences.stream()
            .anyMatch(difference ->
                Finding.withoutLines(difference.fingerprint().text())
                    .equals(Finding.withoutLines(finding.fingerprint())));
  }

  /** Builds what has not been built of this commit; empty if the base has no such target. */
  private Optional<Map<Build, BuiltPort>> build(Target target, Set<Build> builds)
      throws IOException {
    if (!target.folder().startsWith(git.tree()) || !target.crate().startsWith(git.tree())) {
      return Optional.empty();
    }
    Files.createDirectories(home);
    try {
      return BuildLock.holding(
          home.resolve("lock"),
          () -> {
            try {
              return locked(target, builds);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private Optional<Map<Build, BuiltPort>> locked(Target target, Set<Build> builds)
      throws IOException {
    removeTree();
    forgetOthers();
    Map<Build, BuiltPort> kept = new EnumMap<>(Build.class);
    for (Build build : builds) {
      if (Files.isRegularFile(library(target, build))) {
        kept.put(build, new BuiltPort(library(target, build), "of the base"));
      }
    }
    if (kept.keySet().containsAll(builds)) {
      return Optional.of(kept);
    }
    Path tree = home.resolve("tree");
    try {
      git.run("worktree", "add", "--detach", "--force", tree.toString(), commit);
      if (Files.isDirectory(home.resolve("cargo"))) {
        Files.move(home.resolve("cargo"), tree.resolve("target"));
      }
      Path folder = tree.resolve(git.tree().relativize(target.folder()));
      if (!Files.isRegularFile(folder.resolve("target.toml"))) {
        return Optional.empty();
      }
      Target base =
          new Target(
              target.name(),
              folder,
              target.corpora(),
              TargetFile.read(folder.resolve("target.toml")));
      Map<Build, BuiltPort> fresh = ports.apply(base, builds);
      for (Map.Entry<Build, BuiltPort> port : fresh.entrySet()) {
        SafeFiles.write(
            library(target, port.getKey()), Files.readAllBytes(port.getValue().library()));
        kept.put(
            port.getKey(), new BuiltPort(library(target, port.getKey()), port.getValue().rustc()));
      }
      return Optional.of(kept);
    } finally {
      removeTree();
    }
  }

  private Path library(Target target, Build build) {
    return home.resolve(commit).resolve(target.name() + "." + build.word() + ".so");
  }

  /** Removes the working tree, here and in git's books, whoever made it. */
  private void removeTree() throws IOException {
    Path tree = home.resolve("tree");
    if (Files.isDirectory(tree)) {
      if (Files.isDirectory(tree.resolve("target")) && !Files.exists(home.resolve("cargo"))) {
        Files.move(tree.resolve("target"), home.resolve("cargo"));
      }
      SafeFiles.removeFolder(tree);
    }
    git.run("worktree", "prune");
  }

  /** One base at a time is enough. */
  private void forgetOthers() throws IOException {
    List<Path> others;
    try (Stream<Path> entries = Files.list(home)) {
      others =
          entries
              .filter(entry -> entry.getFileName().toString().matches("[0-9a-f]{40,64}"))
              .filter(entry -> !entry.endsWith(commit))
              .toList();
    }
    for (Path other : others) {
      SafeFiles.removeFolder(other);
    }
  }
}
