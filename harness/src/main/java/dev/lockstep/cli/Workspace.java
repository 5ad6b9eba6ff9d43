package dev.lockstep.cli;

import dev.lockstep.Build;
import dev.lockstep.build.BuiltTarget;
import dev.lockstep.build.TargetBuild;
import dev.lockstep.finding.Finding.Environment;
import dev.lockstep.finding.FindingStore;
import dev.lockstep.gate.Git;
import dev.lockstep.gate.PortCommit;
import dev.lockstep.gate.Workshop;
import dev.lockstep.report.FindingText;
import dev.lockstep.target.Target;
import dev.lockstep.target.TargetCatalog;
import dev.lockstep.target.UsageException;
import dev.lockstep.target.Versions;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that every verb takes, and what they lead to: targets, builds, reports. */
final class Workspace {
  @Option(
      names = "--targets",
      paramLabel = "DIR",
      description = "Read targets from another folder laid out the same way.",
      defaultValue = "${env:LOCKSTEP_TARGETS}")
  private @Nullable Path targets;

  @Option(
      names = "--reports",
      paramLabel = "DIR",
      description = "Keep findings and reports here (default: `reports` beside the targets).",
      defaultValue = "${env:LOCKSTEP_REPORTS}")
  private @Nullable Path reports;

  @Option(
      names = "--json",
      description = "Print one JSON document on stdout and nothing else there.")
  private boolean json;

  /** Whether a machine reads stdout. */
  boolean json() {
    return json;
  }

  /** Lockstep's own folder. */
  static Path root() {
    String root = System.getProperty("lockstep.root");
    if (root == null) {
      throw new UsageException(
          "the command line was started without its launcher", "run `./lockstep` instead");
    }
    return Path.of(root).toAbsolutePath().normalize();
  }

  TargetCatalog catalog() {
    return targets == null ? TargetCatalog.ofRepository(root()) : TargetCatalog.ofFolder(targets);
  }

  /** The folder of the targets, which may not be there yet. */
  Path targetsFolder() {
    return targets == null ? root().resolve("targets") : targets.toAbsolutePath().normalize();
  }

  Target target(String name) {
    return catalog().find(name);
  }

  /** Where findings and reports go. */
  Path reports() {
    if (reports != null) {
      return reports.toAbsolutePath().normalize();
    }
    Path beside = targets == null ? root() : catalog().folder();
    return beside.resolve("reports");
  }

  /** A path as people want to read it: relative to where they stand if it lies below. */
  static Path shown(Path path) {
    Path here = Path.of("").toAbsolutePath();
    Path absolute = path.toAbsolutePath().normalize();
    return absolute.startsWith(here) ? here.relativize(absolute) : absolute;
  }

  /** The command that replays a finding, from where people stand. */
  String replay(String id) {
    return FindingText.replay(id)
        + option("--targets", targets, "LOCKSTEP_TARGETS")
        + option("--reports", reports, "LOCKSTEP_REPORTS");
  }

  /** Whoever has the variable set has it set the next time as well. */
  private static String option(String name, @Nullable Path given, String variable) {
    return given == null || given.toString().equals(System.getenv(variable))
        ? ""
        : " %s %s".formatted(name, shown(given));
  }

  FindingStore findings() {
    return new FindingStore(reports());
  }

  /** Builds what is stale. */
  BuiltTarget build(Target target, Set<Build> builds, Console console) {
    return new TargetBuild(root(), console::note).build(target, builds);
  }

  /** What a gate works with. */
  Workshop workshop(Optional<Git> git, Console console, Clock clock) {
    return new Workshop(
        target -> build(target, Build.USUAL, console),
        (target, builds) -> new TargetBuild(root(), console::note).ports(target, builds),
        Workspace::environment,
        root(),
        reports(),
        git.map(Git::tree).orElse(catalog().folder()),
        Workspace::shown,
        clock);
  }

  /** What the sides are and run on. */
  static Environment environment(Target target, BuiltTarget built) {
    Versions versions = Versions.of(target);
    return new Environment(
        Versions.jdk(),
        built.rustc(),
        versions.original(),
        versions.port(),
        Versions.lockstep(),
        PortCommit.of(target).orElse(null));
  }
}
