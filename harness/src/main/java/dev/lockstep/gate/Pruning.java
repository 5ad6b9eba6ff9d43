package dev.lockstep.gate;

import dev.lockstep.build.BuiltTarget;
import dev.lockstep.files.InputFiles;
import dev.lockstep.port.Counters;
import dev.lockstep.target.Limits;
import dev.lockstep.target.Target;
import dev.lockstep.worker.Worker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Keeps a grown corpus small enough for a cache to carry: what reaches an edge of the port that
 * nothing smaller reaches stays, and of the rest, which may matter to the original, the newest.
 */
final class Pruning {
  /** More is pruned. */
  static final int INPUTS_MAX = 2_000;

  /** More is pruned. */
  static final long BYTES_MAX = 16L << 20;

  private Pruning() {}

  /**
   * Prunes a target's grown corpus.
   *
   * @return how many inputs were removed
   * @throws IOException if one cannot be read or removed
   */
  static int prune(Target target, BuiltTarget built, int inputsMax, long bytesMax)
      throws IOException {
    List<Grown> all = new ArrayList<>();
    long bytes = 0;
    for (Path file : InputFiles.below(target.grown())) {
      Grown one = new Grown(file, Files.size(file), Files.getLastModifiedTime(file));
      all.add(one);
      bytes += one.bytes;
    }
    if (all.size() <= inputsMax && bytes <= bytesMax) {
      return 0;
    }
    Set<Path> keep = reaching(target, built, all);
    int count = keep.size();
    bytes = all.stream().filter(one -> keep.contains(one.file)).mapToLong(Grown::bytes).sum();
    all.sort(Comparator.comparing(Grown::written).reversed().thenComparing(Grown::file));
    int removed = 0;
    for (Grown one : all) {
      if (keep.contains(one.file)) {
        continue;
      }
      if (count < inputsMax && bytes + one.bytes <= bytesMax) {
        count++;
        bytes += one.bytes;
      } else if (Files.deleteIfExists(one.file)) {
        removed++;
      }
    }
    return removed;
  }

  /** Those that reach an edge of the port that neither a seed nor a smaller one reaches. */
  private static Set<Path> reaching(Target target, BuiltTarget built, List<Grown> all)
      throws IOException {
    Limits limits = target.settings().limits();
    Set<Path> reaching = new HashSet<>();
    try (Worker worker =
        Worker.ofPortWithCoverage(
            built.worker(), built.fuzzLibrary(), limits, limits.inputBytesMax())) {
      Counters counters = new Counters(worker.coverage().counters());
      for (Path folder : List.of(target.seeds(), target.regressions())) {
        for (Path file : InputFiles.below(folder)) {
          look(worker, counters, file, limits);
        }
      }
      all.sort(Comparator.comparingLong(Grown::bytes).thenComparing(Grown::file));
      for (Grown one : all) {
        if (look(worker, counters, one.file, limits)) {
          reaching.add(one.file);
        }
      }
    }
    return reaching;
  }

  private static boolean look(Worker worker, Counters counters, Path file, Limits limits)
      throws IOException {
    try {
      if (Files.size(file) > limits.inputBytesMax()) {
        return false;
      }
      worker.run(Files.readAllBytes(file), false);
      return counters.update(worker.coverage().countersLength());
    } catch (NoSuchFileException e) {
      // Another run has just removed it.
      return false;
    }
  }

  private record Grown(Path file, long bytes, FileTime written) {}
}
